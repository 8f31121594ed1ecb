package io.amorsize.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How much values scatter, from the differences of each to the value before it (von Neumann, 1941),
 * so that a level that shifts now and then does not count. Of the absolute differences over sqrt(2)
 * the median and the 80 % quantile are taken, each over its value for a standard normal variable,
 * and averaged: the median alone would not see that a fifth of the nights are elsewhere.
 */
final class SuccessiveScale {

  private static final double NORMAL_MEDIAN = 0.6745;
  private static final double UPPER = 0.8;
  private static final double NORMAL_UPPER = 1.2816;

  private SuccessiveScale() {}

  /**
   * The scale of values within their groups.
   *
   * @param values in the order of time
   * @param groups of each value; differences are taken within a group
   * @return in the unit of the values; 0 where no group has two values
   */
  static double of(double[] values, int[] groups) {
    Map<Integer, Double> last = new HashMap<>();
    double[] steps = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      Double before = last.put(groups[i], values[i]);
      if (before != null) {
        steps[count++] = Math.abs(values[i] - before) / Math.sqrt(2);
      }
    }
    return ofSteps(Arrays.copyOf(steps, count));
  }

  /** The scale of values of one group. */
  static double of(double[] values) {
    double[] steps = new double[Math.max(0, values.length - 1)];
    Arrays.setAll(steps, i -> Math.abs(values[i + 1] - values[i]) / Math.sqrt(2));
    return ofSteps(steps);
  }

  private static double ofSteps(double[] steps) {
    if (steps.length == 0) {
      return 0;
    }
    Arrays.sort(steps);
    double upper = steps[(int) (UPPER * steps.length)];
    return (Medians.ofSorted(steps) / NORMAL_MEDIAN + upper / NORMAL_UPPER) / 2;
  }
}
