package io.amorsize;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.Optimizer;
import io.amorsize.optimizer.OptimizerOptions;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.validation.Validator;
import io.amorsize.validation.ValidatorOptions;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Tells how many threads and what chunk size to use for a function over a list, runs it so, and
 * checks the prediction.
 *
 * <p>The function must be pure, or at least safe to call from several threads and, for {@code
 * optimize} and {@code validate}, more than once for an item. {@code map} calls it exactly once for
 * each item.
 */
public final class Amorsize {

  private Amorsize() {}

  /** Plans a function over a list, with {@link OptimizerOptions#defaults()}. */
  public static <T, R> OptimizationResult optimize(
      Function<? super T, ? extends R> function, List<? extends T> items) {
    return optimize(function, items, OptimizerOptions.defaults());
  }

  /**
   * Plans a function over a list by running some of its items.
   *
   * @param function the function; it may be called more than once for an item
   * @param items the items
   * @param options threads and planning time that may be used
   */
  public static <T, R> OptimizationResult optimize(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizerOptions options) {
    return new Optimizer(options).optimize(function, items);
  }

  /**
   * Plans a function over a list while running it; the function is called exactly once for each
   * item.
   *
   * @return results in the order of the items, unmodifiable
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function, Collection<? extends T> items) {
    return new Optimizer(OptimizerOptions.defaults()).map(function, items);
  }

  /**
   * Runs a function over a list under a plan.
   *
   * @return results in the order of the items, unmodifiable
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function,
      Collection<? extends T> items,
      ExecutionPlan plan) {
    return ParallelMap.map(function, items, plan);
  }

  /**
   * Measures a recommendation against a serial loop, in this JVM.
   *
   * @param function the function that was planned; called several times for every item
   * @param items the items that were planned
   * @param optimization the recommendation
   */
  public static <T, R> BenchmarkResult validate(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizationResult optimization) {
    return new Validator(ValidatorOptions.defaults()).validate(function, items, optimization);
  }
}
