package io.amorsize.statistics;

import java.util.Arrays;

/** Medians of short arrays, the mean of the middle two where their number is even. */
final class Medians {

  private Medians() {}

  /** The median of at least one value; the array stays as it is. */
  static double of(double[] values) {
    return ofSorted(sorted(values));
  }

  /** The median of the values from one position to before another. */
  static double of(double[] values, int from, int to) {
    return ofSorted(sorted(Arrays.copyOfRange(values, from, to)));
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** The median of at least one value in ascending order. */
  static double ofSorted(double[] values) {
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
