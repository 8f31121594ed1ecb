package io.amorsize.optimizer;

/**
 * What a run on the calling thread took.
 *
 * @param items items run, at least 1
 * @param wallNanos wall time, at least 1
 * @param itemSdNanos standard deviation of the time of one item, 0 for a single block
 */
record TrialReading(int items, double wallNanos, double itemSdNanos) {

  double nanosPerItem() {
    return wallNanos / items;
  }
}
