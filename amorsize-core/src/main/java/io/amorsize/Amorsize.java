package io.amorsize;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.BatchedMap;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.execution.Progress;
import io.amorsize.execution.ProgressListener;
import io.amorsize.optimizer.FirstMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.Optimizer;
import io.amorsize.optimizer.OptimizerOptions;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.validation.ItemSample;
import io.amorsize.validation.Validator;
import io.amorsize.validation.ValidatorOptions;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells how many threads and what chunk size to use for a function over a list, runs it so, and
 * checks the prediction.
 *
 * <p>The function must be pure, or at least safe to call from several threads and, for {@code
 * optimize} and {@code validate}, more than once for an item. {@code map} calls it exactly once for
 * each item.
 *
 * <p>A function, items or plan that is null is refused by name. The word {@code null} itself fits
 * several of the methods {@code map}, so that javac wants its type: {@code (List<String>) null}.
 */
public final class Amorsize {

  /** A first loop looks at the clock after one item and then after so many. */
  private static final int LOT = 8;

  /** How long the first calls of {@code map} have looped in this class, together. */
  private static volatile long loopedNanos;

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
    if (loopedNanos >= FirstMap.LOOP_NANOS && FirstMap.OF_JVM.isOver()) {
      return new Optimizer(OptimizerOptions.defaults()).map(function, items);
    }
    requireNonNull(function, "function is null");
    requireNonNull(items, "items is null");
    // What ParallelMap has for the items and the results would be a second class to load.
    @SuppressWarnings("unchecked") // no item is put into it
    List<T> list =
        items instanceof List<?> && items instanceof RandomAccess
            ? (List<T>) items
            : (List<T>) Arrays.asList(items.toArray());
    Object[] results = new Object[list.size()];
    int done = loop(function, list, results);
    if (done < results.length) {
      FirstMap.OF_JVM.mapRest(function, list, results, done);
    }
    @SuppressWarnings("unchecked") // it holds results of the function
    List<R> mapped = (List<R>) Collections.unmodifiableList(Arrays.asList(results));
    return mapped;
  }

  /**
   * Runs items until all are done or first loops have taken their time; returns how many it ran. It
   * stands here because another class takes up to a millisecond to load, which is much of a short
   * list.
   */
  private static <T, R> int loop(
      Function<? super T, ? extends R> function, List<T> items, Object[] results) {
    long nanos = loopedNanos;
    long start = System.nanoTime() - nanos;
    int done = 0;
    int end = 1;
    try {
      while (done < results.length
          && nanos < FirstMap.LOOP_NANOS
          && !Thread.currentThread().isInterrupted()) {
        for (; done < end; done++) {
          results[done] = function.apply(items.get(done));
        }
        end = Math.min(results.length, done + LOT);
        nanos = System.nanoTime() - start;
      }
    } catch (Throwable e) {
      throw FirstMap.failed(done, e);
    }
    loopedNanos = nanos;
    return done;
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
   * {@link #map(Function, Collection)} with progress.
   *
   * @param listener is told how far the map is; counting costs about 30 ns an item
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function,
      Collection<? extends T> items,
      ProgressListener listener) {
    requireNonNull(items, "items is null");
    List<? extends T> list = ParallelMap.randomAccess(items);
    return new Progress(listener, list.size())
        .<T, R, List<R>>during(function, counted -> map(counted, list));
  }

  /** {@link #map(Function, Collection)} for an array, which must not change meanwhile. */
  public static <T, R> List<R> map(Function<? super T, ? extends R> function, T[] items) {
    requireNonNull(items, "items is null");
    return map(function, Arrays.asList(items));
  }

  /** {@link #map(Function, Iterator)} for the iterator of a source that may be any length. */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function, Iterable<? extends T> items) {
    requireNonNull(items, "items is null");
    return items instanceof Collection<? extends T> collection
        ? map(function, collection)
        : map(function, items.iterator());
  }

  /** {@link #map(Function, Iterator)} for a stream, which is used up and left to be closed. */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function, Stream<? extends T> items) {
    requireNonNull(items, "items is null");
    return map(function, items.iterator());
  }

  /**
   * Maps what an iterator gives, batch after batch; the first batches show how to run the later
   * ones. The iterator is read by the calling thread alone, and the function is called exactly once
   * for each item. If the iterator never ends, this ends when the function or the iterator throws,
   * or when the thread is interrupted, or when there is no memory for results; {@link #stream}
   * gives results on the way.
   *
   * @return results in the order of the items, unmodifiable
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; its interrupt
   *     flag stays set
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function, Iterator<? extends T> items) {
    return Amorsize.<T, R>batched(function, items).toList();
  }

  /**
   * {@link #map(Function, Iterator)} with progress; the total is unknown until the last call.
   *
   * @param listener is told how far the map is; counting costs about 30 ns an item
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function,
      Iterator<? extends T> items,
      ProgressListener listener) {
    return new Progress(listener, ProgressListener.UNKNOWN)
        .<T, R, List<R>>during(function, counted -> map(counted, items));
  }

  /**
   * Maps what an iterator gives as somebody asks for results, for sources without an end. At most
   * {@value io.amorsize.execution.BatchedMap#LOOK_AHEAD} items are read before the result of the
   * first of them is taken, and far fewer where items are heavy. Items are read and mapped inside
   * the calls that ask for results: between them nothing runs, and closing the stream, or leaving
   * it alone, ends it.
   *
   * @return a sequential stream of the results in the order of the items; it throws what {@link
   *     #map(Function, Iterator)} throws
   */
  public static <T, R> Stream<R> stream(
      Function<? super T, ? extends R> function, Iterator<? extends T> items) {
    return Amorsize.<T, R>batched(function, items).stream();
  }

  private static <T, R> BatchedMap<T, R> batched(
      Function<? super T, ? extends R> function, Iterator<? extends T> items) {
    Optimizer optimizer = new Optimizer(OptimizerOptions.defaults());
    return new BatchedMap<>(function, items, optimizer::mapInto);
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
