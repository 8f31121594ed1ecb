package io.amorsize.result;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.statistics.PairedRatio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  private static final double GOOD = 75;
  private static final double SURPRISE = 1.3;

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
        recommendations(ratio.ratio(), predicted, accuracy));
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
    String found =
        String.format(
            Locale.ROOT,
            "The best parallel alternative gave %.2fx: %s.",
            alternative.ratio(),
            best > 1 ? "the serial plan gave speed away" : "the serial loop is the best plan");
    return new BenchmarkResult(
        serialTime,
        serialTime,
        1,
        1,
        accuracy,
        BenchmarkResult.errorPercent(1, best),
        alternative.interval(),
        List.of(found));
  }

  private static Duration time(Measurements measured) {
    double log = Arrays.stream(measured.forkMedians()).map(Math::log).average().orElseThrow();
    double seconds = Math.exp(log) * measured.unit().inBase();
    return Duration.ofNanos(Math.max(1, Math.round(seconds * 1e9)));
  }

  private static List<String> recommendations(double actual, double predicted, double accuracy) {
    List<String> found = new ArrayList<>();
    if (actual < 1) {
      found.add("The plan is slower than a serial loop: use the serial loop, or larger items.");
    } else if (actual < 1.2) {
      found.add("The plan gains little: dispatch or the host takes nearly all of it.");
    }
    if (accuracy < GOOD) {
      found.add(
          actual > predicted * SURPRISE
              ? "More was measured than predicted: the host gave more cores than while planning."
              : "Less was measured than predicted: look at the ruler for cores that were missing.");
    }
    return found;
  }
}
