package io.amorsize.execution;

import java.util.concurrent.TimeUnit;

/**
 * How many items of an endless source are read and mapped together. It starts with one, and grows
 * while batches are short: a heavy item or a slow source does not make the first result wait for
 * many others, and light items come in batches that are worth sharing.
 */
final class BatchSize {

  /** Work of this length shows what an item costs, and is short enough to do alone. */
  private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Longer batches hardly save dispatch any more and only make results wait. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Fewer items are too few for a sample and a pilot. */
  private static final int LEAST_TO_PLAN = 16;

  /** With so many items for each thread, few stand idle at the end of a batch. */
  private static final int LEAST_FOR_EACH_THREAD = 4;

  private final int most;
  private int items = 1;
  private boolean probed;

  /**
   * A size that starts at 1.
   *
   * @param most the largest size, at least 1
   */
  BatchSize(int most) {
    this.most = most;
  }

  /** Items of the next batch. */
  int items() {
    return items;
  }

  /** Whether enough work was seen that the next batch can be planned. */
  boolean isProbed() {
    return probed;
  }

  /**
   * Takes a batch into account that was run without a plan.
   *
   * @param count its items
   * @param readNanos time to read them
   * @param runNanos time to map them
   */
  void unplanned(int count, long readNanos, long runNanos) {
    probed = runNanos >= PROBE_NANOS || count >= most;
    int byTime = byTime(count, readNanos + runNanos);
    items = probed ? within(LEAST_TO_PLAN, byTime) : Math.min(byTime, within(1, 2L * count));
  }

  /**
   * Takes a batch into account that was run under a plan.
   *
   * @param nJobs threads of the plan
   * @param count its items
   * @param nanos time to read and map them
   */
  void planned(int nJobs, int count, long nanos) {
    long least = nJobs == 1 ? 1 : (long) nJobs * LEAST_FOR_EACH_THREAD;
    items = within(least, Math.min(2L * items, byTime(count, nanos)));
  }

  private int byTime(int count, long nanos) {
    return within(1, Math.round((double) count * BATCH_NANOS / Math.max(1, nanos)));
  }

  private int within(long least, long wanted) {
    return (int) Math.min(most, Math.max(least, wanted));
  }
}
