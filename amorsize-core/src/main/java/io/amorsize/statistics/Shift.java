package io.amorsize.statistics;

/**
 * How far one value of each fork lies apart on the two sides.
 *
 * @param difference mean of the current side less mean of the base, on the log scale
 * @param standardError pooled standard error of the difference between forks of one session
 */
record Shift(double difference, double standardError) {

  /**
   * The constant of the SAM statistic (Tusher, Tibshirani and Chu, PNAS 98, 2001): forks that
   * happen to agree would otherwise look certain. 0.3 % is the best of 0.1 to 0.5 % on measured
   * benchmarks.
   */
  static final double EXCHANGEABLE_NOISE = 0.003;

  /** The shift between two sides with at least 2 forks together more than 2. */
  static Shift of(double[] base, double[] current) {
    double baseMean = Sums.mean(base);
    double currentMean = Sums.mean(current);
    double squares =
        Sums.squaredDeviations(base, baseMean) + Sums.squaredDeviations(current, currentMean);
    double variance = squares / (base.length + current.length - 2);
    double error = Math.sqrt(variance * (1.0 / base.length + 1.0 / current.length));
    return new Shift(currentMean - baseMean, error);
  }

  /**
   * The same, whose standard error is at least what forks with this standard deviation have: a few
   * forks agree by chance now and then.
   */
  Shift atLeast(double forkSd, int baseForks, int currentForks) {
    double least = forkSd * Math.sqrt(1.0 / baseForks + 1.0 / currentForks);
    return new Shift(difference, Math.max(standardError, least));
  }

  /** The standard error where the sides come from sessions with this sd between them. */
  double standardError(double sessionSd) {
    return sessionSd == 0 ? standardError : Math.hypot(standardError, sessionSd);
  }

  /** The SAM statistic: difference over standard error plus constant. */
  double statistic(double sessionSd) {
    return difference / (standardError(sessionSd) + EXCHANGEABLE_NOISE);
  }
}
