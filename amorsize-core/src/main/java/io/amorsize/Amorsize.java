package io.amorsize;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.Optimizer;
import io.amorsize.optimizer.OptimizerOptions;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.validation.ItemSample;
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
   * Measures a recommendation against a serial loop, in this JVM, for at most a minute.
   *
   * @param function the function that was planned; called several times for every item
   * @param items the items that were planned
   * @param optimization the recommendation
   */
  public static <T, R> BenchmarkResult validate(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizationResult optimization) {
    return validate(function, items, optimization, ValidatorOptions.defaults());
  }

  /**
   * Measures a recommendation against a serial loop, in this JVM.
   *
   * @param function the function that was planned; called several times for every item
   * @param items the items that were planned
   * @param optimization the recommendation
   * @param options time, items and rounds that may be spent
   */
  public static <T, R> BenchmarkResult validate(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizationResult optimization,
      ValidatorOptions options) {
    return new Validator(options).validate(function, items, optimization);
  }

  /**
   * Plans at most {@value ValidatorOptions#QUICK_ITEMS} items, spread over the list, and measures
   * that plan for at most 10 seconds: tells quickly whether predictions fit this function on this
   * host. The plan of the whole list may be another.
   *
   * @param function the function; called several times for every item of the sample
   * @param items the items
   */
  public static <T, R> BenchmarkResult quickValidate(
      Function<? super T, ? extends R> function, List<? extends T> items) {
    requireNonNull(function, "function is null");
    ItemSample<T> sample =
        ItemSample.evenly(requireNonNull(items, "items is null"), ValidatorOptions.QUICK_ITEMS);
    return validate(
        function, sample.items(), optimize(function, sample.items()), ValidatorOptions.quick());
  }
}
