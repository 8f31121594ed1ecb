package io.amorsize.execution;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** A function, its items and the place of its results. */
final class Mapping<T, R> {

  private final Function<? super T, ? extends R> function;

  /** Null where items stand in the place of their results. */
  private final List<? extends T> items;

  private final Object[] results;
  private final WorkerListener listener;

  /** A mapping of which nothing is done and nobody is told. */
  Mapping(Function<? super T, ? extends R> function, List<? extends T> items, Object[] results) {
    this(function, items, results, WorkerListener.NONE);
  }

  /**
   * A mapping of which nothing is done.
   *
   * @param items a list with quick access by position
   * @param results takes the result of item i at i
   * @param listener told of every thread of a parallel run
   */
  Mapping(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      Object[] results,
      WorkerListener listener) {
    this.function = function;
    this.items = items;
    this.results = results;
    this.listener = listener;
  }

  /**
   * A mapping that replaces items by their results. To read items from an array takes less than to
   * ask a list, of which the JVM may know several kinds.
   *
   * @param items taken over
   */
  static <T, R> Mapping<T, R> inPlace(Function<? super T, ? extends R> function, Object[] items) {
    return new Mapping<>(function, null, items, WorkerListener.NONE);
  }

  WorkerListener listener() {
    return listener;
  }

  /** Calls the function for one item. */
  @SuppressWarnings("unchecked") // until its turn comes, an item stands where its result will
  void apply(int item) {
    T value = items == null ? (T) results[item] : items.get(item);
    results[item] = function.apply(value);
  }

  /** What to throw when the thread is interrupted. */
  CancellationException interrupted() {
    return new CancellationException("interrupted while mapping " + results.length + " items");
  }
}
