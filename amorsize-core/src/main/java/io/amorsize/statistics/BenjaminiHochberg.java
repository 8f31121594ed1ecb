package io.amorsize.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for their number, so that calling those with q &le; a keeps the expected share
 * of false calls among all calls at or below a (Benjamini and Hochberg, J. R. Statist. Soc. B 57,
 * 1995).
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * The q-values: with p sorted upwards, the least of {@code p_(j) m / j} over all j from i on.
   *
   * @param p values in [0, 1]
   * @return a q for each p, in the same order, in [0, 1]
   */
  public static double[] adjust(double[] p) {
    int[] upwards =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] q = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int index = upwards[rank - 1];
      if (!(p[index] >= 0 && p[index] <= 1)) {
        throw new IllegalArgumentException("p must be in [0, 1], is " + p[index]);
      }
      // Rounding must not take a q below its p.
      least = Math.min(least, Math.max(p[index], p[index] * p.length / rank));
      q[index] = least;
    }
    return q;
  }
}
