package io.amorsize.optimizer;

import io.amorsize.host.ThreadClock;

/**
 * Serial runs that together were long enough to be timed.
 *
 * @param count items in a run: windows of one count ran the same items
 * @param items items run, at least 1
 * @param wallNanos wall time, above 0
 * @param cpuNanos time on a core, -1 where nothing tells
 * @param delayNanos time without a core although the thread could have run
 * @param turns times that the thread was given a core, -1 where nothing tells
 * @param allocatedBytes bytes allocated, -1 where the JVM does not tell
 * @param itemSdNanos standard deviation of the time of one item
 */
record SampleWindow(
    int count,
    int items,
    double wallNanos,
    double cpuNanos,
    double delayNanos,
    long turns,
    double allocatedBytes,
    double itemSdNanos) {

  /** The queue's clock and the wall's are read one after the other. */
  private static final double MOST_DELAY = 0.95;

  /** No more of a window is taken from its items' time: the delay may lie beside the items. */
  private static final double MOST_DELAY_OF_ITEMS = 0.5;

  /** A wait of the function's own, and no pause, lasts longer than this for each item. */
  static final double LEAST_WAIT_NANOS = 50_000;

  /** A window that the host kept from its core for more than this share of it tells little. */
  private static final double DISTURBED = 0.1;

  /**
   * Runs items until a time has passed, or once where more items are there than are asked for: a
   * longer run then tells more than the same items again.
   *
   * @param trial runs the items
   * @param count items in a run
   * @param leastNanos time wanted
   */
  static SampleWindow take(Trial trial, int count, double leastNanos) {
    ThreadClock.Reading clock = trial.threadClock();
    long bytes = trial.allocatedBytes();
    int items = 0;
    double wall = 0;
    double sd = 0;
    do {
      SerialReading run = trial.serial(count);
      items += run.items();
      wall += run.wallNanos();
      sd = run.itemSdNanos();
    } while (wall < leastNanos && count == trial.items());
    double allocated = bytes < 0 ? -1 : (double) trial.allocatedBytes() - bytes;
    ThreadClock.Reading after = trial.threadClock();
    return new SampleWindow(
        count,
        items,
        wall,
        clock.cpuNanos() < 0 ? -1 : (double) after.cpuNanos() - clock.cpuNanos(),
        Math.min(MOST_DELAY * wall, (double) after.delayNanos() - clock.delayNanos()),
        clock.queue().turns() > 0 ? after.queue().turns() - clock.queue().turns() : -1,
        allocated,
        sd);
  }

  /** Whether items waited for longer than a pause of the JVM takes. */
  boolean hasWaited() {
    return waitNanosPerItem() > LEAST_WAIT_NANOS;
  }

  /** Whether the thread could have run, but had no core, for long. */
  boolean isDisturbed() {
    return delayNanos > DISTURBED * wallNanos;
  }

  /** Time for which one item neither used a core nor wanted one. */
  double waitNanosPerItem() {
    return (wallNanos - delayNanos - cpuNanos) / items;
  }

  /** Time of one item, without what the host kept from the thread. */
  double nanosPerItem() {
    return (wallNanos - Math.min(delayNanos, MOST_DELAY_OF_ITEMS * wallNanos)) / items;
  }
}
