package io.amorsize.optimizer;

/**
 * What a run on the calling thread took.
 *
 * @param items items run, at least 1
 * @param wallNanos wall time, at least 1
 * @param cpuNanos CPU time of the thread, -1 where the JVM does not tell
 * @param allocatedBytes bytes allocated by the thread, -1 where the JVM does not tell
 * @param itemSdNanos standard deviation of the time of one item, 0 for a single block
 */
record TrialReading(
    int items, double wallNanos, double cpuNanos, double allocatedBytes, double itemSdNanos) {

  double nanosPerItem() {
    return wallNanos / items;
  }
}
