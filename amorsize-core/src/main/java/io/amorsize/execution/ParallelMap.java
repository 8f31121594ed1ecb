package io.amorsize.execution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Runs a function over a list under a plan: chunks of consecutive items, taken one after another by
 * the calling thread and by threads of a shared daemon pool.
 *
 * <p>The function is called exactly once for each item. Results come in the order of the items. A
 * call from inside a function that is itself being mapped runs on the thread that makes it, so that
 * nested calls neither wait for each other nor multiply threads.
 */
public final class ParallelMap {

  private static final Class<?> ARRAYS_LIST = Arrays.asList().getClass();

  private ParallelMap() {}

  /**
   * Maps a list.
   *
   * @param function the function; may return null
   * @param items the items; null items are passed on
   * @param plan threads and chunk size
   * @return the results in input order, unmodifiable
   * @throws ItemFailedException if the function throws; the first failure seen cancels the rest
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its
   *     interrupt flag stays set
   */
  public static <T, R> List<R> map(
      Function<? super T, ? extends R> function,
      Collection<? extends T> items,
      ExecutionPlan plan) {
    requireNonNull(function, "function is null");
    requireNonNull(items, "items is null");
    requireNonNull(plan, "plan is null");
    if (items instanceof RandomAccess && !isArray(items)) {
      List<? extends T> source = randomAccess(items);
      Object[] results = new Object[source.size()];
      mapRange(function, source, 0, source.size(), results, plan);
      return asResults(results);
    }
    Object[] results = items.toArray();
    run(Mapping.inPlace(function, results), 0, results.length, plan);
    return asResults(results);
  }

  /** Whether a list does nothing but read an array; any other might make items when asked. */
  private static boolean isArray(Collection<?> items) {
    return items.getClass() == ArrayList.class || items.getClass() == ARRAYS_LIST;
  }

  /**
   * Maps a part of a list into an array, as {@link #mapRange(Function, List, int, int, Object[],
   * ExecutionPlan, WorkerListener)} does.
   */
  public static <T, R> void mapRange(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      int from,
      int to,
      Object[] results,
      ExecutionPlan plan) {
    mapRange(function, items, from, to, results, plan, WorkerListener.NONE);
  }

  /**
   * Maps a part of a list into an array.
   *
   * @param function the function; may return null
   * @param items a list with quick access by position
   * @param from first item, from 0
   * @param to one past the last item
   * @param results takes the result of item i at i
   * @param plan threads and chunk size
   * @param listener told of every thread of a parallel run; must not throw
   * @throws ItemFailedException if the function throws; the first failure seen cancels the rest
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its
   *     interrupt flag stays set
   */
  public static <T, R> void mapRange(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      int from,
      int to,
      Object[] results,
      ExecutionPlan plan,
      WorkerListener listener) {
    if (from < 0 || from > to || to > items.size() || to > results.length) {
      throw new IllegalArgumentException(
          "need 0 <= from <= to <= "
              + Math.min(items.size(), results.length)
              + ", are "
              + from
              + " and "
              + to);
    }
    run(new Mapping<>(function, items, results, listener), from, to, plan);
  }

  private static void run(Mapping<?, ?> mapping, int from, int to, ExecutionPlan plan) {
    if (plan.isSerial() || Nesting.isNested()) {
      SerialRun.run(mapping, from, to);
    } else if (from < to) {
      TaperedChunks chunks = new TaperedChunks(from, to, plan.nJobs(), plan.chunkSize());
      Helpers helpers = Helpers.of(plan.executorType());
      new ChunkedRun(mapping, chunks, plan.nJobs(), helpers, System::nanoTime).run();
    }
  }

  /** Whether helpers were called before in this JVM; calling them first loads classes. */
  public static boolean isWarm() {
    return ChunkedRun.isWarm();
  }

  /** Whether the calling thread is inside a function that is being mapped, and so runs alone. */
  public static boolean isNested() {
    return Nesting.isNested();
  }

  /** An array that was filled by {@link #mapRange}, as a list of results. */
  @SuppressWarnings("unchecked") // every slot was written with a result of the function
  public static <R> List<R> asResults(Object[] results) {
    return (List<R>) Collections.unmodifiableList(Arrays.asList(results));
  }

  /** The items as a list with quick access by position: the list itself, or a copy. */
  @SuppressWarnings("unchecked") // an array copy of a collection of T holds T
  public static <T> List<T> randomAccess(Collection<? extends T> items) {
    return items instanceof List<?> && items instanceof RandomAccess
        ? (List<T>) items
        : (List<T>) Arrays.asList(items.toArray());
  }
}
