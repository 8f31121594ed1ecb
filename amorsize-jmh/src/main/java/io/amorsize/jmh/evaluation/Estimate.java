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

  /** The same in another unit. */
  Estimate times(double factor) {
    return new Estimate(factor * value, factor * standardError, trials);
  }

  /** The share that is left of the whole. */
  Estimate complement() {
    return new Estimate(1 - value, standardError, trials);
  }
}
