package io.amorsize.statistics;

/** Sums of short arrays. */
final class Sums {

  private Sums() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Sum of the squared deviations from a mean. */
  static double squaredDeviations(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
