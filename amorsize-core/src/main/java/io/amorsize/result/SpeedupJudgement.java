package io.amorsize.result;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.statistics.PairedRatio;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds a recommendation against the forks or rounds that ran it.
 *
 * <p>A parallel plan is judged by its own speedup. A serial plan predicts that nothing beats a
 * serial loop; the best parallel alternative was measured beside it, and the decision is as
 * accurate as the serial loop is close to the better of the two: 100 % where serial was right, 50 %
 * where the alternative would have been twice as fast.
 */
public final class SpeedupJudgement {

  private SpeedupJudgement() {}

  /**
   * The plan that is to be measured beside the serial loop: the recommended one, or the best
   * parallel alternative of a serial recommendation.
   *
   * @return empty where there is no parallel plan at all, as for a single item
   */
  public static Optional<PlanCandidate> measuredPlan(OptimizationResult optimization) {
    return optimization.bestParallel();
  }

  /**
   * Judges a recommendation.
   *
   * @param optimization the recommendation
   * @param measurement the serial loop beside {@link #measuredPlan}
   */
  public static BenchmarkResult judge(
      OptimizationResult optimization, SpeedupMeasurement measurement) {
    PairedRatio ratio = measurement.speedup();
    Duration serialTime = time(measurement.serial());
    if (optimization.plan().isSerial()) {
      return serial(serialTime, Math.max(1, ratio.ratio()), ratio);
    }
    double predicted = measurement.predictedSpeedup().orElse(optimization.estimatedSpeedup());
    double accuracy = BenchmarkResult.accuracyPercent(ratio.ratio(), predicted);
    return new BenchmarkResult(
        serialTime,
        time(measurement.parallel()),
        ratio.ratio(),
        predicted,
        accuracy,
        BenchmarkResult.errorPercent(ratio.ratio(), predicted),
        ratio.interval(),
        SpeedupAdvice.ofParallel(ratio, predicted));
  }

  /** The result of a serial plan that had no parallel alternative. */
  public static BenchmarkResult withoutAlternative(Duration serialTime) {
    return new BenchmarkResult(
        serialTime,
        serialTime,
        1,
        1,
        100,
        0,
        Optional.empty(),
        List.of("Nothing can run in parallel here; the serial loop is the only plan."));
  }

  private static BenchmarkResult serial(Duration serialTime, double best, PairedRatio alternative) {
    double accuracy = BenchmarkResult.accuracyPercent(1, best);
    return new BenchmarkResult(
        serialTime,
        serialTime,
        1,
        1,
        accuracy,
        BenchmarkResult.errorPercent(1, best),
        alternative.interval(),
        SpeedupAdvice.ofSerial(alternative, accuracy));
  }

  private static Duration time(Measurements measured) {
    double log = Arrays.stream(measured.forkMedians()).map(Math::log).average().orElseThrow();
    double seconds = Math.exp(log) * measured.unit().inBase();
    return Duration.ofNanos(Math.max(1, Math.round(seconds * 1e9)));
  }
}
