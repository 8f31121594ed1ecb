package io.amorsize.statistics;

/**
 * How badly one mean and one variance describe a stretch of a series: minus twice the maximum of
 * the normal log-likelihood, {@code n (log(2 pi) + log(s2) + 1)}, with s2 the mean squared
 * deviation.
 *
 * <p>Scores are printed with few digits, and equal neighbours would have no variance at all, so s2
 * is at least (0.1 % of the series' mean) squared.
 */
final class SegmentCost {

  private static final double FINEST_SHARE = 0.001;
  private static final double LOG_TWO_PI_PLUS_ONE = Math.log(2 * Math.PI) + 1;

  private final Stretches stretches;
  private final double leastVariance;

  SegmentCost(double[] values) {
    stretches = new Stretches(values);
    leastVariance = Math.max(Double.MIN_NORMAL, Math.pow(FINEST_SHARE * stretches.center(), 2));
  }

  int length() {
    return stretches.length();
  }

  /** Cost of the values from {@code from} to before {@code to}, of which there is at least one. */
  double of(int from, int to) {
    double variance = Math.max(stretches.variance(from, to), leastVariance);
    return (to - from) * (LOG_TWO_PI_PLUS_ONE + Math.log(variance));
  }
}
