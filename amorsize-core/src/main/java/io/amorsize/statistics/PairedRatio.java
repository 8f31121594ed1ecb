package io.amorsize.statistics;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;

/**
 * The ratio of two costs that were measured in pairs, each pair close together in time, so that
 * what the host did to both cancels.
 *
 * <p>With d = log(x / y) of each of n pairs, the estimate is exp(mean d) and its interval exp(mean
 * d &plusmn; t<sub>n-1</sub> sd(d) / &radic;n): Student's paired interval on the log scale, where a
 * ratio and its inverse are treated alike.
 *
 * @param ratio geometric mean of x / y
 * @param interval interval of the ratio; empty for a single pair, which shows no spread
 * @param pairs number of pairs, at least 1
 */
public record PairedRatio(double ratio, Optional<Interval> interval, int pairs) {

  /**
   * Estimates the ratio of x to y.
   *
   * @param x costs above 0
   * @param y costs above 0, as many as x, the i-th measured beside the i-th of x
   * @param confidence nominal coverage of the interval, in (0, 1)
   * @throws IllegalArgumentException if the sizes differ, are 0, or a cost is not positive and
   *     finite
   */
  public static PairedRatio of(double[] x, double[] y, double confidence) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "need as many x as y and at least one pair, are " + x.length + " and " + y.length);
    }
    double[] logRatios =
        IntStream.range(0, x.length).mapToDouble(i -> log(x[i]) - log(y[i])).toArray();
    DoubleStatistics moments =
        DoubleStatistics.of(
            java.util.EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), logRatios);
    double mean = moments.getAsDouble(Statistic.MEAN);
    if (x.length == 1) {
      return new PairedRatio(Math.exp(mean), Optional.empty(), 1);
    }
    double quantile = StudentQuantile.of(x.length - 1, (1 - confidence) / 2);
    double half =
        quantile * moments.getAsDouble(Statistic.STANDARD_DEVIATION) / Math.sqrt(x.length);
    Interval interval = new Interval(Math.exp(mean - half), Math.exp(mean + half), confidence);
    return new PairedRatio(Math.exp(mean), Optional.of(interval), x.length);
  }

  /** The lower end of the interval; the ratio where there is none. */
  public double lower() {
    return interval.map(Interval::lower).orElse(ratio);
  }

  /** The upper end of the interval; the ratio where there is none. */
  public double upper() {
    return interval.map(Interval::upper).orElse(ratio);
  }

  private static double log(double cost) {
    if (!(cost > 0) || Double.isInfinite(cost)) {
      throw new IllegalArgumentException("a cost must be positive and finite, is " + cost);
    }
    return Math.log(cost);
  }
}
