package io.amorsize.execution;

/**
 * One pass over a part of a list on the calling thread: a plain loop. It does not count as nesting,
 * since it leaves the other processors to whatever the function calls.
 */
final class SerialRun {

  /** Looking at the interrupt flag costs about as much as the smallest items take. */
  private static final int ITEMS_BETWEEN_LOOKS = 64;

  private SerialRun() {}

  static void run(Mapping<?, ?> mapping, int from, int to) {
    int next = from;
    while (next < to) {
      if (Thread.currentThread().isInterrupted()) {
        throw mapping.interrupted();
      }
      int end = next + Math.min(to - next, ITEMS_BETWEEN_LOOKS);
      runItems(mapping, next, end);
      next = end;
    }
  }

  private static void runItems(Mapping<?, ?> mapping, int from, int to) {
    int at = from;
    try {
      for (; at < to; at++) {
        mapping.apply(at);
      }
    } catch (Throwable e) {
      throw new ItemFailedException(at, e);
    }
  }
}
