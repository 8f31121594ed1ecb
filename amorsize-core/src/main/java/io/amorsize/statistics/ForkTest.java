package io.amorsize.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether two sides differ, where one value of each fork is the unit.
 *
 * <p>On the logarithms of the values, the statistic is the SAM statistic of Tusher, Tibshirani and
 * Chu (PNAS 98, 2001): {@code T = |mean(current) - mean(base)| / (s + s0)}, with s the pooled
 * standard error. The constant s0 = 0.003 keeps rows whose forks happen to agree from looking
 * certain; it makes Student's distribution with n + m - 2 degrees of freedom a conservative
 * reference.
 *
 * @param logRatio difference of the means of the logarithms, current less base
 * @param statistic T, at least 0; NaN where a side has fewer than 2 forks
 * @param p two-sided probability of so large a T where nothing changed; empty where a side has
 *     fewer than 2 forks
 */
public record ForkTest(double logRatio, double statistic, OptionalDouble p) {

  private static final double EXCHANGEABLE_NOISE = 0.003;

  /**
   * Tests two sides.
   *
   * @param base a positive value of each fork
   * @param current likewise
   */
  public static ForkTest of(double[] base, double[] current) {
    double[] x = logs(base);
    double[] y = logs(current);
    double logRatio = mean(y) - mean(x);
    if (x.length < 2 || y.length < 2) {
      return new ForkTest(logRatio, Double.NaN, OptionalDouble.empty());
    }
    int degrees = x.length + y.length - 2;
    double squares =
        Variance.of(x).getAsDouble() * (x.length - 1)
            + Variance.of(y).getAsDouble() * (y.length - 1);
    double error = Math.sqrt(squares / degrees * (1.0 / x.length + 1.0 / y.length));
    double statistic = Math.abs(logRatio) / (error + EXCHANGEABLE_NOISE);
    double p = 2 * TDistribution.of(degrees).survivalProbability(statistic);
    return new ForkTest(logRatio, statistic, OptionalDouble.of(p));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double[] logs(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a side needs at least one fork");
    }
    return Arrays.stream(values)
        .peek(
            value -> {
              if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                    "a value must be positive and finite, is " + value);
              }
            })
        .map(Math::log)
        .toArray();
  }
}
