package io.amorsize.statistics;

import java.util.OptionalInt;

/**
 * Where a convex falling curve bends: Kneedle (Satopaa, Albrecht, Irwin and Raghavan, ICDCS
 * Workshops 2011), read from its right end.
 */
final class Knee {

  private Knee() {}

  /**
   * The first point from the right, that is from the largest x on, where the curve is farthest from
   * the line between its ends and does not soon come farther.
   *
   * @param x falling, at least 2 different values
   * @param y rising, at least 2 different values
   * @param sensitivity how many average steps of x the distance must fall behind a maximum before
   *     it counts, positive
   * @return a position; empty where the curve has no such point
   */
  static OptionalInt of(double[] x, double[] y, double sensitivity) {
    double[] distance = new double[x.length];
    int last = x.length - 1;
    for (int i = 0; i <= last; i++) {
      double across = (x[i] - x[last]) / (x[0] - x[last]);
      distance[i] = (y[last] - y[i]) / (y[last] - y[0]) - across;
    }
    double step = sensitivity / last;
    int peak = -1;
    double bar = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < last; i++) {
      double before = distance[Math.max(i - 1, 0)];
      double after = distance[i + 1];
      if (distance[i] >= before && distance[i] >= after) {
        if (i == 0) {
          return OptionalInt.empty();
        }
        peak = i;
        bar = distance[i] - step;
      }
      if (peak >= 0 && distance[i] <= before && distance[i] <= after) {
        bar = 0;
      }
      if (peak >= 0 && after < bar) {
        return OptionalInt.of(peak);
      }
    }
    return OptionalInt.empty();
  }
}
