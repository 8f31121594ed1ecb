package io.amorsize.jmh.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * E-divisive: a series is divided where the energy distance of the means of both parts is largest,
 * as long as 199 permutations of the part do not reach it in more than 1 % (Matteson and James,
 * JASA 109, 2014).
 */
final class EnergyDivisive implements TrendMethod {

  private static final int SHORTEST = 2;
  private static final int WAYS = 200;
  private static final double LEVEL = 0.01;

  /** The best place to divide, and how much it tells. */
  private record Division(int at, double statistic) {}

  @Override
  public String label() {
    return "E-divisive, p <= .01";
  }

  @Override
  public List<Integer> changes(PlayedNights suite, int nights, int row) {
    List<Integer> found = new ArrayList<>();
    divide(suite.means(row, nights), 0, found);
    Collections.sort(found);
    return found;
  }

  private static void divide(double[] values, int offset, List<Integer> found) {
    if (values.length < 2 * SHORTEST) {
      return;
    }
    Division best = best(values);
    if (!isSignificant(values, best.statistic)) {
      return;
    }
    found.add(offset + best.at);
    divide(Arrays.copyOf(values, best.at), offset, found);
    divide(Arrays.copyOfRange(values, best.at, values.length), offset + best.at, found);
  }

  private static boolean isSignificant(double[] values, double statistic) {
    SplittableRandom random = new SplittableRandom(values.length);
    int reached = 1;
    for (int way = 1; way < WAYS && reached <= LEVEL * WAYS; way++) {
      int[] order = Draws.permutation(values.length, random);
      double[] permuted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
      reached += best(permuted).statistic >= statistic * (1 - 1e-9) ? 1 : 0;
    }
    return reached <= LEVEL * WAYS;
  }

  private static Division best(double[] values) {
    int n = values.length;
    double left = 0;
    double right = 0;
    double across = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        right += Math.abs(values[i] - values[j]);
      }
    }
    Division best = new Division(SHORTEST, Double.NEGATIVE_INFINITY);
    for (int at = 1; at <= n - SHORTEST; at++) {
      double toLeft = 0;
      double toRight = 0;
      for (int i = 0; i < n; i++) {
        double apart = Math.abs(values[i] - values[at - 1]);
        toLeft += i < at ? apart : 0;
        toRight += i >= at ? apart : 0;
      }
      left += toLeft;
      right -= toRight;
      across += toRight - toLeft;
      if (at >= SHORTEST) {
        double m = at;
        double k = n - at;
        double energy = 2 * across / (m * k) - left / (m * (m - 1) / 2) - right / (k * (k - 1) / 2);
        double statistic = m * k / n * energy;
        best = statistic > best.statistic ? new Division(at, statistic) : best;
      }
    }
    return best;
  }
}
