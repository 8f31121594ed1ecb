package io.amorsize.jmh.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * An entry of the table of null distributions, as {@link io.amorsize.statistics.NullDistribution}
 * defines it.
 *
 * @param p probabilities, falling
 * @param t the statistic at each, rising from 0
 * @param kappa exponent of the tail
 */
public record NullEntry(List<Double> p, List<Double> t, double kappa) {

  private static final double[] LEVELS = {0.2, 0.1, 0.05, 0.02, 0.01};

  private static final int LEAST_POINTS = 3;

  /** Type 7, the default of R and NumPy. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  /** Copies the points. */
  public NullEntry {
    p = List.copyOf(p);
    t = List.copyOf(t);
  }

  /**
   * The entry of a sample; the tail's exponent is Hill's estimate (Ann. Statist. 3, 1975) beyond
   * the last point.
   *
   * @param sample statistics of unchanged benchmarks, at least 0
   * @throws IllegalArgumentException if too few of them are above 0
   */
  static NullEntry of(double[] sample) {
    double positive = rounded(share(sample), 4);
    List<Double> p = new ArrayList<>(List.of(positive));
    List<Double> t = new ArrayList<>(List.of(0.0));
    double last = 0;
    double[] rising = sample.clone();
    Arrays.sort(rising);
    for (double level : LEVELS) {
      double quantile = QUANTILE.evaluate(rising, 1 - level);
      if (level < positive && quantile > last) {
        last = quantile;
        p.add(level);
        t.add(rounded(quantile, 4));
      }
    }
    if (p.size() < LEAST_POINTS) {
      throw new IllegalArgumentException(
          "only "
              + positive
              + " of the statistics are above 0, too few for a distribution; take benchmarks that"
              + " vary more");
    }
    return new NullEntry(p, t, rounded(exponent(rising, last), 3));
  }

  private static double share(double[] sample) {
    return (double) Arrays.stream(sample).filter(value -> value > 0).count() / sample.length;
  }

  private static double exponent(double[] sample, double last) {
    return 1
        / Arrays.stream(sample)
            .filter(value -> value > last)
            .map(value -> Math.log(value / last))
            .average()
            .orElseThrow();
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }
}
