package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.statistics.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prediction held against what was measured.
 *
 * @param serialTime time of one serial pass
 * @param parallelTime time of one pass under the plan
 * @param actualSpeedup measured speedup
 * @param predictedSpeedup speedup that the optimizer predicted
 * @param accuracyPercent 100 (1 - |actual - predicted| / max(actual, predicted)), 0 to 100
 * @param errorPercent 100 (actual - predicted) / predicted, signed
 * @param speedupInterval interval of the measured speedup, where forks or rounds show a spread
 * @param recommendations what to do about it
 */
public record BenchmarkResult(
    Duration serialTime,
    Duration parallelTime,
    double actualSpeedup,
    double predictedSpeedup,
    double accuracyPercent,
    double errorPercent,
    Optional<Interval> speedupInterval,
    List<String> recommendations) {

  /** Copies the recommendations. */
  public BenchmarkResult {
    requireNonNull(serialTime, "serialTime is null");
    requireNonNull(parallelTime, "parallelTime is null");
    requireNonNull(speedupInterval, "speedupInterval is null");
    recommendations = List.copyOf(recommendations);
  }

  /**
   * How well a prediction fits, symmetric in both.
   *
   * @param actual measured speedup, above 0
   * @param predicted predicted speedup, above 0
   * @return 0 to 100
   */
  public static double accuracyPercent(double actual, double predicted) {
    return 100 * (1 - Math.abs(actual - predicted) / Math.max(actual, predicted));
  }

  /**
   * How far the measured speedup lies from the prediction.
   *
   * @param actual measured speedup, above 0
   * @param predicted predicted speedup, above 0
   * @return percent of the prediction; negative where less was measured than predicted
   */
  public static double errorPercent(double actual, double predicted) {
    return 100 * (actual - predicted) / predicted;
  }

  /**
   * Whether the prediction is good enough.
   *
   * @param thresholdPercent least accuracy, 0 to 100
   */
  public boolean isAccurate(double thresholdPercent) {
    return accuracyPercent >= thresholdPercent;
  }

  /** Whether the prediction is at least 75 % accurate. */
  public boolean isAccurate() {
    return isAccurate(AccuracyBand.GOOD.leastPercent());
  }

  /** What the accuracy is worth. */
  public AccuracyBand band() {
    return AccuracyBand.of(accuracyPercent);
  }

  /** The same with more recommendations at the end. */
  public BenchmarkResult withRecommendations(List<String> more) {
    List<String> all = new ArrayList<>(recommendations);
    all.addAll(more);
    return new BenchmarkResult(
        serialTime,
        parallelTime,
        actualSpeedup,
        predictedSpeedup,
        accuracyPercent,
        errorPercent,
        speedupInterval,
        all);
  }
}
