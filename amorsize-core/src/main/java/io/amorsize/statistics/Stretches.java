package io.amorsize.statistics;

/** Means and deviations of any stretch of a series. */
final class Stretches {

  private final double center;
  private final double[] sums;
  private final double[] squares;

  Stretches(double[] values) {
    center = Sums.mean(values);
    sums = new double[values.length + 1];
    squares = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - center;
      sums[i + 1] = sums[i] + deviation;
      squares[i + 1] = squares[i] + deviation * deviation;
    }
  }

  int length() {
    return sums.length - 1;
  }

  double mean(Segment stretch) {
    return center + (sums[stretch.to() + 1] - sums[stretch.from()]) / stretch.length();
  }

  /** Root of the mean squared deviation. */
  double deviation(Segment stretch) {
    return Math.sqrt(variance(stretch.from(), stretch.to() + 1));
  }

  /** Standard error of the mean over the mean, iterations taken as independent. */
  double relativeError(Segment stretch) {
    return deviation(stretch) / Math.sqrt(stretch.length()) / mean(stretch);
  }

  /** Mean squared deviation of the values from {@code from} to before {@code to}. */
  double variance(int from, int to) {
    int count = to - from;
    double sum = sums[to] - sums[from];
    return Math.max(0, (squares[to] - squares[from] - sum * sum / count) / count);
  }

  /** Mean of all. */
  double center() {
    return center;
  }
}
