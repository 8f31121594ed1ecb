package io.amorsize.statistics;

/**
 * Whether two sides are the same within a margin: two one-sided tests at 5 % (Schuirmann, 1987), as
 * a 90 % interval inside the margin.
 *
 * <p>Shown for the means of the forks, or for both their minima and their means of logs, since the
 * minimum is sharper where a few iterations are disturbed. On benchmarks that were 5 % slower this
 * calls 0.7 to 1.7 % the same with a margin of 5 %, and none that were 10 % slower.
 */
public final class Equivalence {

  private static final double CONFIDENCE = 0.90;

  private Equivalence() {}

  /**
   * Whether equivalence is shown.
   *
   * @param baseMeans mean cost of each fork of the base
   * @param currentMeans likewise
   * @param row the same forks, summarized
   * @param margin half-width of what counts as the same, as a share: 0.05 is 5 %
   */
  public static boolean isShown(
      double[] baseMeans, double[] currentMeans, SuiteTest.Row row, double margin) {
    double limit = Math.log1p(margin);
    Interval interval =
        MeanRatio.of(baseMeans, currentMeans, row.sessionSd(), CONFIDENCE).interval();
    boolean means = Math.log(interval.lower()) > -limit && Math.log(interval.upper()) < limit;
    return means || (isInside(row, 0, limit) && isInside(row, 1, limit));
  }

  private static boolean isInside(SuiteTest.Row row, int summary, double limit) {
    Shift shift = Shift.of(row.base().summary(summary), row.current().summary(summary));
    int degrees = row.base().forks() + row.current().forks() - 2;
    double quantile = StudentQuantile.of(degrees, (1 - CONFIDENCE) / 2);
    return Math.abs(shift.difference()) + quantile * shift.standardError(row.sessionSd()) < limit;
  }
}
