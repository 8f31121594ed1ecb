package io.amorsize.optimizer;

/**
 * What a run under a plan took.
 *
 * @param items items run, at least 1
 * @param wallNanos wall time, above 0
 * @param occupiedNanos time that all threads together spent in their items, waiting for locks and
 *     devices included, waiting for a core left out; above 0
 * @param cpuNanos time that all threads together spent on a core; -1 where nothing tells
 * @param workers threads that ran at least one item, at least 1
 * @param lockWaits times that a thread had to wait for another one, at a lock for example; 0 where
 *     nothing tells
 */
public record ParallelReading(
    int items,
    double wallNanos,
    double occupiedNanos,
    double cpuNanos,
    int workers,
    long lockWaits) {

  /** Checks the ranges. */
  public ParallelReading {
    if (items < 1 || workers < 1 || !(wallNanos > 0) || !(occupiedNanos > 0)) {
      throw new IllegalArgumentException(
          "need items and workers >= 1, wallNanos and occupiedNanos > 0, are "
              + items
              + ", "
              + workers
              + ", "
              + wallNanos
              + " and "
              + occupiedNanos);
    }
  }

  /** Thread time of one item, waiting included. */
  double occupiedPerItem() {
    return occupiedNanos / items;
  }
}
