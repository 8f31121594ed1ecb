package io.amorsize.warmup;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.IterationTime;
import io.amorsize.unit.MetricUnit;
import java.util.OptionalDouble;

/**
 * How long iterations last: JMH ends an iteration with the operation during which its time runs
 * out, so with x seconds for an operation and t for the iteration it lasts {@code ceil(t / x) x}.
 * Where operations are no part of the unit it lasts t.
 */
final class IterationClock {

  private final MetricUnit unit;
  private final int threads;
  private final OptionalDouble iterationSeconds;

  private IterationClock(MetricUnit unit, int threads, OptionalDouble iterationSeconds) {
    this.unit = unit;
    this.threads = threads;
    this.iterationSeconds = iterationSeconds;
  }

  static IterationClock of(BenchmarkRow row) {
    OptionalDouble time =
        row.settings()
            .measurementTime()
            .map(text -> new IterationTime(text).seconds())
            .orElse(OptionalDouble.empty());
    return new IterationClock(row.primary().unit(), Math.max(1, row.key().threads()), time);
  }

  /**
   * Time until an iteration starts.
   *
   * @param scores in the row's unit
   * @param iteration which one, from 0 on
   * @return seconds; empty where nothing tells how long an iteration lasts
   */
  OptionalDouble secondsUntil(double[] scores, int iteration) {
    double sum = 0;
    for (int i = 0; i < iteration; i++) {
      sum += seconds(scores[i]);
    }
    return Double.isFinite(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private double seconds(double score) {
    double operation = operationSeconds(score);
    if (iterationSeconds.isEmpty()) {
      return operation;
    }
    double time = iterationSeconds.getAsDouble();
    return Double.isNaN(operation) ? time : Math.ceil(time / operation) * operation;
  }

  private double operationSeconds(double score) {
    return switch (unit.quantity()) {
      case TIME_PER_OPERATION -> score * unit.inBase();
      case OPERATIONS_PER_TIME -> threads / (score * unit.inBase());
      default -> Double.NaN;
    };
  }
}
