package io.amorsize.optimizer;

import io.amorsize.host.ThreadClock;
import java.util.function.DoubleSupplier;

/**
 * Serial runs that together were long enough to be timed.
 *
 * @param count items in a run: windows of one count ran the same items
 * @param items items run, at least 1
 * @param wallNanos wall time, above 0
 * @param cpuNanos time on a core, -1 where nothing tells
 * @param delayNanos time without a core although the thread could have run, between the readings
 * @param besideNanos time between the readings that was not the items', in which it may lie
 * @param switches times that the thread gave its core away, -1 where nothing tells
 * @param allocatedBytes bytes allocated, -1 where the JVM does not tell
 * @param itemSdNanos standard deviation of the time of one item
 */
record SampleWindow(
    int count,
    int items,
    double wallNanos,
    double cpuNanos,
    double delayNanos,
    double besideNanos,
    long switches,
    double allocatedBytes,
    double itemSdNanos) {

  /** The queue's clock and the wall's are read one after the other. */
  private static final double MOST_DELAY = 0.95;

  /** No more of a window is taken from its items' time where the delay may lie beside them. */
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
   * @param nanos the time
   * @param count items in a run
   * @param leastNanos time wanted
   */
  static SampleWindow take(Trial trial, DoubleSupplier nanos, int count, double leastNanos) {
    long bytes = trial.allocatedBytes();
    double begun = nanos.getAsDouble();
    ThreadClock.Reading clock = trial.threadClockBefore();
    int items = 0;
    double wall = 0;
    double sd = 0;
    do {
      SerialReading run = trial.serial(count);
      items += run.items();
      wall += run.wallNanos();
      sd = run.itemSdNanos();
    } while (wall < leastNanos && count == trial.items());
    ThreadClock.Reading after = trial.threadClock();
    double beside = nanos.getAsDouble() - begun - wall;
    double allocated = bytes < 0 ? -1 : (double) trial.allocatedBytes() - bytes;
    return new SampleWindow(
        count,
        items,
        wall,
        clock.cpuNanos() < 0 ? -1 : (double) after.cpuNanos() - clock.cpuNanos(),
        (double) after.delayNanos() - clock.delayNanos(),
        beside,
        -1,
        allocated,
        sd);
  }

  /** The same where the thread gave its core away so often, at least 0. */
  SampleWindow switched(long times) {
    return new SampleWindow(
        count,
        items,
        wallNanos,
        cpuNanos,
        delayNanos,
        besideNanos,
        times,
        allocatedBytes,
        itemSdNanos);
  }

  /** Whether items may have waited, for a core or for something else, for longer than a pause. */
  boolean wasInterrupted() {
    return cpuNanos >= 0 && wallNanos - cpuNanos > LEAST_WAIT_NANOS * items;
  }

  /** Whether items waited for longer than a pause of the JVM takes. */
  boolean hasWaited() {
    return waitNanosPerItem() > LEAST_WAIT_NANOS;
  }

  /** Whether the thread gave its core away, and for longer than a pause of the JVM takes. */
  boolean hasLeftItsCore() {
    return switches > 0 && hasWaited();
  }

  /** Whether the thread could have run, but had no core, for long. */
  boolean isDisturbed() {
    return withoutCoreNanos() > DISTURBED * wallNanos;
  }

  /**
   * Time of the window for which the thread could have run, but had no core. The queue's clock also
   * counts what lies beside the items, where it is read. Where that leaves no room for what the
   * items did, all of the room is taken to be without a core, or if they gave it away, no more than
   * cannot lie beside them.
   */
  double withoutCoreNanos() {
    double room = cpuNanos < 0 ? MOST_DELAY * wallNanos : Math.max(0, wallNanos - cpuNanos);
    if (delayNanos <= room) {
      return delayNanos;
    }
    return switches > 0 ? Math.min(room, Math.max(0, delayNanos - besideNanos)) : room;
  }

  /** Time for which one item neither used a core nor wanted one. */
  double waitNanosPerItem() {
    return (wallNanos - withoutCoreNanos() - cpuNanos) / items;
  }

  /** Time of one item, without what the host kept from the thread. */
  double nanosPerItem() {
    double delay = withoutCoreNanos();
    double inItems = Math.min(MOST_DELAY * wallNanos, Math.min(delay, delayNanos - besideNanos));
    double likely = Math.min(delay, MOST_DELAY_OF_ITEMS * wallNanos);
    return (wallNanos - Math.max(inItems, likely)) / items;
  }
}
