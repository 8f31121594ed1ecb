package io.amorsize.statistics;

/**
 * How large the change statistic gets where nothing changed, for one pair of fork counts: points of
 * its upper tail, and a power law beyond the last.
 *
 * <p>The first point is (0, P(T &gt; 0)). The probability is linear up to the second point, then
 * its logarithm is linear in log t; beyond the last point {@code p = p_last (t / t_last)^-kappa}.
 */
public final class NullDistribution {

  private final double[] t;
  private final double[] p;
  private final double kappa;

  /**
   * A distribution.
   *
   * @param t points, strictly rising from 0
   * @param p probability of a larger T at each point, strictly falling, in (0, 1]
   * @param kappa exponent of the tail, above 0
   */
  public NullDistribution(double[] t, double[] p, double kappa) {
    if (t.length != p.length || t.length < 3 || t[0] != 0 || !(kappa > 0)) {
      throw new IllegalArgumentException("need at least 3 points from t = 0 on and kappa > 0");
    }
    for (int i = 1; i < t.length; i++) {
      if (!(t[i] > t[i - 1] && p[i] < p[i - 1] && p[i] > 0)) {
        throw new IllegalArgumentException("t must rise and p fall strictly, point " + i);
      }
    }
    this.t = t.clone();
    this.p = p.clone();
    this.kappa = kappa;
  }

  /** Probability of a T at least as large, where nothing changed; 1 for T = 0. */
  public double pValue(double statistic) {
    if (statistic <= 0) {
      return 1;
    }
    int last = t.length - 1;
    if (statistic < t[1]) {
      return p[0] + (p[1] - p[0]) * statistic / t[1];
    }
    if (statistic >= t[last]) {
      return p[last] * Math.pow(statistic / t[last], -kappa);
    }
    int i = 1;
    while (statistic >= t[i + 1]) {
      i++;
    }
    double share = (Math.log(statistic) - Math.log(t[i])) / (Math.log(t[i + 1]) - Math.log(t[i]));
    return Math.exp(Math.log(p[i]) + share * (Math.log(p[i + 1]) - Math.log(p[i])));
  }

  /**
   * The T that is exceeded with a probability; exact from the second point on, which it does not go
   * below.
   *
   * @param probability in (0, 1)
   */
  public double critical(double probability) {
    int last = t.length - 1;
    if (probability <= p[last]) {
      return t[last] * Math.pow(probability / p[last], -1 / kappa);
    }
    for (int i = 1; i < last; i++) {
      if (probability >= p[i + 1]) {
        double from = Math.log(p[i]);
        double share = (Math.log(probability) - from) / (Math.log(p[i + 1]) - from);
        double criticalLog = Math.log(t[i]) + share * (Math.log(t[i + 1]) - Math.log(t[i]));
        return Math.max(t[1], Math.exp(criticalLog));
      }
    }
    return t[1];
  }
}
