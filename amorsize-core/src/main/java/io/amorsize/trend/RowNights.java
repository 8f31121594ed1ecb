package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.SeriesKey;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.RowComparison;
import java.util.Arrays;
import java.util.List;

/**
 * A row over the nights of a suite.
 *
 * @param key what is followed
 * @param unit the unit of its scores
 * @param better which way is better
 * @param logCosts for each night the logarithm of each fork's mean cost; none where it lacks the
 *     row
 */
@SuppressWarnings("ArrayRecordComponent") // large, made once, never compared and never written
public record RowNights(SeriesKey key, MetricUnit unit, Better better, double[][] logCosts) {

  /** Checks that the costs are numbers. */
  public RowNights {
    requireNonNull(key, "key is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(better, "better is null");
    for (double[] night : logCosts) {
      for (double logCost : night) {
        if (!Double.isFinite(logCost)) {
          throw new IllegalArgumentException("a log cost must be finite, is " + logCost);
        }
      }
    }
  }

  /** Whether a night has the row. */
  boolean has(int night) {
    return logCosts[night].length > 0;
  }

  /** The mean of the forks' logarithms; NaN where the night lacks the row. */
  double logMean(int night) {
    double sum = 0;
    for (double logCost : logCosts[night]) {
      sum += logCost;
    }
    return sum / logCosts[night].length;
  }

  /** Whether it follows how long something takes, which every machine does in its own way. */
  boolean isTime() {
    return key.metric().equals(RowComparison.PRIMARY) || key.metric().equals("execution_time");
  }

  /** The forks' scores of a night in the unit of the scores. */
  List<Double> scores(int night) {
    return Arrays.stream(logCosts[night]).map(this::score).boxed().toList();
  }

  /** A log cost in the unit of the scores. */
  double score(double logCost) {
    return Math.exp(better == Better.HIGHER ? -logCost : logCost);
  }
}
