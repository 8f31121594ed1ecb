package io.amorsize.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far the level moved: the difference of the means before and after, within each group that has
 * values on both sides, weighted by n m / (n + m), which is the least squares estimate of a common
 * difference. Values are clipped at {@value #CLIP} standard deviations from the median of their
 * group and side. The interval is Student's with the pooled variance within groups and sides.
 *
 * @param difference level after less level before
 * @param interval its 95 % interval; its ends are infinite where the scatter cannot be told
 */
record StepSize(double difference, Interval interval) {

  private static final double CLIP = 4;
  private static final double CONFIDENCE = 0.95;

  /** What the groups say together. */
  private static final class Pooled {
    private double weight;
    private double differences;
    private double squares;
    private int degrees;

    void add(double[] before, double[] after) {
      if (before.length > 0 && after.length > 0) {
        double own = (double) before.length * after.length / (before.length + after.length);
        weight += own;
        differences += own * (Sums.mean(after) - Sums.mean(before));
      }
      addScatter(before);
      addScatter(after);
    }

    private void addScatter(double[] side) {
      if (side.length > 0) {
        squares += Sums.squaredDeviations(side, Sums.mean(side));
        degrees += side.length - 1;
      }
    }
  }

  /**
   * The size of a step.
   *
   * @param values of the levels before and after, in the order of time
   * @param groups of each value
   * @param at position of the first value after, positive and below the number of values
   * @param scale standard deviation of the values
   */
  static StepSize of(double[] values, int[] groups, int at, double scale) {
    Pooled pooled = new Pooled();
    for (int group : Arrays.stream(groups).distinct().toArray()) {
      int[] members = IntStream.range(0, values.length).filter(i -> groups[i] == group).toArray();
      pooled.add(
          clipped(Arrays.stream(members).filter(i -> i < at).mapToDouble(i -> values[i]), scale),
          clipped(Arrays.stream(members).filter(i -> i >= at).mapToDouble(i -> values[i]), scale));
    }
    double difference =
        pooled.weight > 0
            ? pooled.differences / pooled.weight
            : Medians.of(values, at, values.length) - Medians.of(values, 0, at);
    return new StepSize(difference, interval(difference, pooled));
  }

  private static double[] clipped(DoubleStream side, double scale) {
    double[] own = side.toArray();
    if (own.length == 0) {
      return own;
    }
    double center = Medians.of(own);
    double reach = CLIP * scale;
    return Arrays.stream(own)
        .map(value -> Math.max(center - reach, Math.min(center + reach, value)))
        .toArray();
  }

  private static Interval interval(double difference, Pooled pooled) {
    if (pooled.weight == 0 || pooled.degrees == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, CONFIDENCE);
    }
    double error = Math.sqrt(pooled.squares / pooled.degrees / pooled.weight);
    double quantile = StudentQuantile.of(pooled.degrees, (1 - CONFIDENCE) / 2);
    return new Interval(difference - quantile * error, difference + quantile * error, CONFIDENCE);
  }
}
