package io.amorsize.optimizer;

/**
 * Serial runs that together were long enough to be timed.
 *
 * @param items items run, at least 1
 * @param wallNanos wall time, at least 1
 * @param cpuNanos CPU time, -1 where the JVM does not tell
 * @param allocatedBytes bytes allocated, -1 where the JVM does not tell
 * @param itemSdNanos standard deviation of the time of one item
 */
record SampleWindow(
    int items, double wallNanos, double cpuNanos, double allocatedBytes, double itemSdNanos) {

  /**
   * Runs items until a time has passed, no item is left, or the runs are too many to be worth it.
   *
   * @param trial runs the items
   * @param count items in a run
   * @param leastNanos time wanted
   */
  static SampleWindow take(Trial trial, int count, double leastNanos) {
    long cpu = trial.cpuNanos();
    long bytes = trial.allocatedBytes();
    int items = 0;
    double wall = 0;
    double sd = 0;
    while (wall < leastNanos && trial.available() > 0) {
      TrialReading run = trial.serial(Math.min(count, trial.available()));
      items += run.items();
      wall += run.wallNanos();
      sd = run.itemSdNanos();
      if (run.items() < trial.available()) {
        // More items are there: a longer run tells more than the same items again.
        break;
      }
    }
    return new SampleWindow(
        items,
        wall,
        cpu < 0 ? -1 : trial.cpuNanos() - cpu,
        bytes < 0 ? -1 : trial.allocatedBytes() - bytes,
        sd);
  }

  double nanosPerItem() {
    return wallNanos / items;
  }
}
