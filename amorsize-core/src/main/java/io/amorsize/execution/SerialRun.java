package io.amorsize.execution;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** One pass over a part of a list on the calling thread: a plain loop. */
final class SerialRun {

  /** Looking at the interrupt flag costs about as much as the smallest items take. */
  private static final int ITEMS_BETWEEN_LOOKS = 64;

  private SerialRun() {}

  static <T, R> void run(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      int from,
      int to,
      Object[] results) {
    boolean nested = Nesting.enter();
    try {
      for (int next = from; next < to; next += ITEMS_BETWEEN_LOOKS) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("interrupted while mapping " + items.size() + " items");
        }
        runItems(function, items, next, Math.min(to, next + ITEMS_BETWEEN_LOOKS), results);
      }
    } finally {
      Nesting.leave(nested);
    }
  }

  private static <T, R> void runItems(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      int from,
      int to,
      Object[] results) {
    int at = from;
    try {
      for (; at < to; at++) {
        results[at] = function.apply(items.get(at));
      }
    } catch (Throwable e) {
      throw new ItemFailedException(at, e);
    }
  }
}
