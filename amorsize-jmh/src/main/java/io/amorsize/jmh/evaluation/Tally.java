package io.amorsize.jmh.evaluation;

/**
 * A share whose trials come in clusters: the splits of one benchmark resemble each other, so that
 * the benchmark, and not the trial, is the independent unit.
 */
final class Tally {

  private final double[] sums;
  private final long[] trials;

  Tally(int clusters) {
    sums = new double[clusters];
    trials = new long[clusters];
  }

  void add(int cluster, double value) {
    sums[cluster] += value;
    trials[cluster]++;
  }

  void add(int cluster, boolean value) {
    add(cluster, value ? 1.0 : 0.0);
  }

  void addAll(Tally other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
      trials[i] += other.trials[i];
    }
  }

  /** The ratio estimate over clusters (Cochran, Sampling Techniques, 1977, section 2.11). */
  Estimate estimate() {
    double sum = 0;
    long count = 0;
    int clusters = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i];
      count += trials[i];
      clusters += trials[i] > 0 ? 1 : 0;
    }
    if (count == 0) {
      return Estimate.NONE;
    }
    double value = sum / count;
    double squares = 0;
    for (int i = 0; i < sums.length; i++) {
      double residual = sums[i] - value * trials[i];
      squares += residual * residual;
    }
    double error =
        clusters < 2 ? Double.NaN : Math.sqrt(squares * clusters / (clusters - 1.0)) / count;
    return new Estimate(value, error, count);
  }
}
