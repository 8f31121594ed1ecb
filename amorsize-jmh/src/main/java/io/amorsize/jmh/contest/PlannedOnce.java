package io.amorsize.jmh.contest;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.statistics.PairedRatio;
import java.util.List;

/**
 * One planning of a workload and how it did.
 *
 * @param nJobs threads
 * @param chunkSize items in a chunk
 * @param predicted predicted speedup
 * @param planningSeconds time that plannings like this one took after the function's first call,
 *     this one first
 * @param planningOverAllowed the same over what planning may take
 * @param overBest time of the plan over that of the best of the grid and the loop
 * @param overSerial time of the plan over that of the loop
 */
public record PlannedOnce(
    int nJobs,
    int chunkSize,
    double predicted,
    List<Double> planningSeconds,
    PairedRatio planningOverAllowed,
    PairedRatio overBest,
    PairedRatio overSerial) {

  /** Accuracy of the prediction in percent, 0 to 100. */
  public double accuracyPercent() {
    double actual = 1 / overSerial.ratio();
    return BenchmarkResult.accuracyPercent(actual, predicted);
  }

  /**
   * The same against the speedup of the measured interval that is nearest to the prediction: what
   * is wrong whatever the truth is.
   */
  double accuracyAtBestPercent() {
    double nearest = Math.max(1 / overSerial.upper(), Math.min(1 / overSerial.lower(), predicted));
    return BenchmarkResult.accuracyPercent(nearest, predicted);
  }

  /** The plan in short. */
  public String plan() {
    return plan(nJobs, chunkSize);
  }

  /** So many threads and items in a chunk, in short. */
  static String plan(int nJobs, int chunkSize) {
    return nJobs == 1 ? "serial" : nJobs + " x " + chunkSize;
  }
}
