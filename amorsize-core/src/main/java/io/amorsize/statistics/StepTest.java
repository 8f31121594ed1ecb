package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a stretch of a series is at one level: a permutation test of the largest standardized
 * difference between what lies before and after a position, over all positions (Pitman, 1937; the
 * statistic is that of a likelihood ratio for a change at an unknown place, Hawkins, JASA 72,
 * 1977).
 *
 * <p>Values are clipped at {@value #CLIP} standard deviations from their median, so that outliers
 * count as a limited number. They change places within their group alone: what belongs to a group,
 * such as its level, cannot look like a change, and a change is seen only where a group has values
 * on both sides. The order of the permutations is fixed.
 *
 * @param statistic the largest standardized difference
 * @param p share of the permutations, the data being one of them, that reach it; at least 1 /
 *     {@value #WAYS}
 */
record StepTest(double statistic, double p) {

  /** The data as they are, and 1999 permutations. */
  static final int WAYS = 2000;

  private static final double CLIP = 4;

  /** Values after a change, and before one that follows another. */
  static final int FEWEST = LevelSearch.SHORTEST;

  /**
   * So many reach it, and the answer is no: the rest need not be drawn (Besag, Clifford, Biometrika
   * 78).
   */
  private static final int ENOUGH = 8;

  private static final long SEED = 42;

  /** Equal sums must not fall apart by rounding. */
  private static final double TIE = 1 - 1e-9;

  /**
   * Tests a stretch.
   *
   * @param values in standard deviations
   * @param groups of each value
   * @param fewestBefore values that a change has before it, at least 1
   */
  static StepTest of(double[] values, int[] groups, int fewestBefore) {
    int[][] members = members(groups);
    double[] clipped = centered(values, members);
    double[] weights = weights(clipped, members, fewestBefore);
    double observed = largest(clipped, weights);
    if (observed == 0) {
      return new StepTest(0, 1);
    }
    SplitMix random = new SplitMix(SEED);
    int reached = 1;
    int drawn = 1;
    while (drawn < WAYS && reached <= ENOUGH) {
      for (int[] group : members) {
        random.shuffle(clipped, group);
      }
      drawn++;
      reached += largest(clipped, weights) >= observed * TIE ? 1 : 0;
    }
    return new StepTest(observed, (double) reached / drawn);
  }

  /** Positions of each group, the groups in the order of their first values. */
  private static int[][] members(int[] groups) {
    Map<Integer, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < groups.length; i++) {
      found.computeIfAbsent(groups[i], unused -> new ArrayList<>()).add(i);
    }
    return found.values().stream()
        .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static double[] centered(double[] values, int[][] members) {
    double center = Medians.of(values);
    double[] clipped = new double[values.length];
    for (int[] group : members) {
      double sum = 0;
      for (int i : group) {
        clipped[i] = Math.max(-CLIP, Math.min(CLIP, values[i] - center));
        sum += clipped[i];
      }
      for (int i : group) {
        clipped[i] -= sum / group.length;
      }
    }
    return clipped;
  }

  /**
   * One over the standard deviation, under permutation, of the sum of the values before each
   * position; 0 where no change can be.
   */
  private static double[] weights(double[] values, int[][] members, int fewestBefore) {
    double[] variance = new double[values.length];
    for (int[] group : members) {
      double squares = 0;
      for (int i : group) {
        squares += values[i] * values[i];
      }
      int size = group.length;
      double each = size < 2 ? 0 : squares / (size - 1);
      int before = 0;
      for (int i = 0; i < values.length; i++) {
        variance[i] += each * before * (size - before) / size;
        if (before < size && group[before] == i) {
          before++;
        }
      }
    }
    double[] weights = new double[values.length];
    for (int i = fewestBefore; i <= values.length - FEWEST; i++) {
      weights[i] = variance[i] > Double.MIN_NORMAL ? 1 / Math.sqrt(variance[i]) : 0;
    }
    return weights;
  }

  private static double largest(double[] values, double[] weights) {
    double sum = 0;
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      most = Math.max(most, Math.abs(sum) * weights[i]);
      sum += values[i];
    }
    return most;
  }
}
