package io.amorsize.jmh.contest;

import io.amorsize.statistics.PairedRatio;

/**
 * One planning of a workload and how it did.
 *
 * @param nJobs threads
 * @param chunkSize items in a chunk
 * @param executor who runs the chunks
 * @param predicted predicted speedup
 * @param planningSeconds time that planning took after the function's first call
 * @param overBest time of the plan over that of the best of the grid and the loop
 * @param overSerial time of the plan over that of the loop
 */
public record PlannedOnce(
    int nJobs,
    int chunkSize,
    String executor,
    double predicted,
    double planningSeconds,
    PairedRatio overBest,
    PairedRatio overSerial) {

  /** Accuracy of the prediction in percent, 0 to 100. */
  public double accuracyPercent() {
    double actual = 1 / overSerial.ratio();
    return io.amorsize.result.BenchmarkResult.accuracyPercent(actual, predicted);
  }

  /** The plan in short. */
  public String plan() {
    return nJobs == 1 ? "serial" : nJobs + " x " + chunkSize;
  }
}
