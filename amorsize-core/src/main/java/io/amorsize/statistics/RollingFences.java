package io.amorsize.statistics;

import java.util.Arrays;

/**
 * Single iterations that stand far outside of their neighbourhood, such as a long collection.
 *
 * <p>Of every window of 200 iterations, a value beyond {@code median +- 3 (q99 - q1)} is an outlier
 * (after Traini et al., EMSE 28, 2023, and Barrett et al., OOPSLA 2017). The first iterations are
 * left alone: there the slow ones are warm-up. In a window of fewer than 100 values the fence is
 * made of the second smallest and the second largest, so that one slow iteration does not widen it.
 */
final class RollingFences {

  private static final int WINDOW = 200;
  private static final int LEFT_ALONE = 30;

  /** Of short series, so large a part is left alone instead: one in so many. */
  private static final int PART_LEFT_ALONE = 6;

  private static final double REACH = 3;
  private static final double TAIL = 0.01;

  private RollingFences() {}

  /** For each value, whether it is an outlier in some window. */
  static boolean[] outliers(double[] values) {
    boolean[] outliers = new boolean[values.length];
    int start = Math.min(LEFT_ALONE, values.length / PART_LEFT_ALONE);
    int width = Math.min(WINDOW, values.length - start);
    if (width < 3) {
      return outliers;
    }
    double[] sorted = Arrays.copyOfRange(values, start, start + width);
    Arrays.sort(sorted);
    mark(values, start, sorted, outliers);
    for (int from = start + 1; from + width <= values.length; from++) {
      replace(sorted, values[from - 1], values[from + width - 1]);
      mark(values, from, sorted, outliers);
    }
    return outliers;
  }

  private static void mark(double[] values, int from, double[] sorted, boolean[] outliers) {
    double tail = Math.max(TAIL, 1.0 / (sorted.length - 1));
    double reach = REACH * (quantile(sorted, 1 - tail) - quantile(sorted, tail));
    double median = quantile(sorted, 0.5);
    double low = median - reach;
    double high = median + reach;
    if (sorted[0] >= low && sorted[sorted.length - 1] <= high) {
      return;
    }
    for (int i = from; i < from + sorted.length; i++) {
      outliers[i] |= values[i] < low || values[i] > high;
    }
  }

  /** Linear interpolation between the order statistics (type 7 of Hyndman and Fan). */
  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) Math.min(place, sorted.length - 2);
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  /** Takes one value out of a sorted array and puts another in. */
  private static void replace(double[] sorted, double old, double fresh) {
    int hole = Arrays.binarySearch(sorted, old);
    while (hole + 1 < sorted.length && sorted[hole + 1] < fresh) {
      sorted[hole] = sorted[hole + 1];
      hole++;
    }
    while (hole > 0 && sorted[hole - 1] > fresh) {
      sorted[hole] = sorted[hole - 1];
      hole--;
    }
    sorted[hole] = fresh;
  }
}
