package io.amorsize.jmh.evaluation;

/**
 * A share or a mean with how well it is known.
 *
 * @param value the share, or the mean for each suite; NaN where nothing was tried
 * @param standardError its standard error, with the rows (or suites) as independent units; NaN
 *     where there are fewer than 2
 * @param trials how many answers it rests on
 */
public record Estimate(double value, double standardError, long trials) {

  /** Nothing was tried. */
  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, 0);
}
