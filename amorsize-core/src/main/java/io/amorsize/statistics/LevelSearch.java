package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a series moved to another level: the piecewise constant levels with the least sum of {@link
 * RobustCost}, where each change of level costs a penalty more and each level lasts for at least
 * {@value #SHORTEST} values.
 *
 * <p>A cost that flattens keeps single outliers from making levels of their own (Fearnhead and
 * Rigaill, "Changepoint detection in the presence of outliers", JASA 114, 2019). Levels lie on a
 * grid, on which the exact optimum is found by Viterbi's recursion: the best cost up to a value,
 * for each level that it may be at, from that up to the value before. Time and memory grow with
 * values times levels; only levels near a value are on the grid.
 */
final class LevelSearch {

  /** Values that a level lasts for at least: one value is no level. */
  static final int SHORTEST = 2;

  /**
   * Width of the grid in standard deviations, for a hundred values; narrower for more. A level is
   * off by half of it at most, which costs a series 2 at most, however long it is.
   */
  private static final double STEP = 0.25;

  private static final double VALUES_OF_STEP = 100;

  /** Wider series get a coarser grid. */
  private static final double MOST_STEPS = 2000;

  private final double[] values;
  private final double[] levels;
  private final double penalty;

  /** Least cost up to before a position, and where its last level starts. */
  private final double[] best;

  private final int[] start;

  private LevelSearch(double[] values, double penalty) {
    this.values = values;
    this.levels = levels(values);
    this.penalty = penalty;
    this.best = new double[values.length + 1];
    this.start = new int[values.length + 1];
  }

  /**
   * Positions of the first value of each level but the first.
   *
   * @param values in standard deviations
   * @param penalty what a further change must gain, positive
   */
  static int[] starts(double[] values, double penalty) {
    if (values.length < 2 * SHORTEST) {
      return new int[0];
    }
    LevelSearch search = new LevelSearch(values, penalty);
    search.run();
    return search.walkBack();
  }

  /** The grid is anchored at the median, so that an outlier does not move it. */
  private static double[] levels(double[] values) {
    double anchor = Medians.of(values);
    double range =
        Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
    double usual = STEP * Math.min(1, Math.sqrt(VALUES_OF_STEP / values.length));
    double step = Math.max(usual, range / MOST_STEPS);
    TreeSet<Long> cells = new TreeSet<>();
    for (double value : values) {
      long cell = Math.round((value - anchor) / step);
      cells.add(cell - 1);
      cells.add(cell);
      cells.add(cell + 1);
    }
    return cells.stream().mapToDouble(cell -> anchor + cell * step).toArray();
  }

  private void run() {
    double[] costs = new double[levels.length];
    int[] since = new int[levels.length];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    double[] before = new double[levels.length];
    double[] now = new double[levels.length];
    for (int t = 0; t < values.length; t++) {
      double fresh = t == 0 ? Double.POSITIVE_INFINITY : best[t - 1] + penalty;
      for (int level = 0; level < levels.length; level++) {
        now[level] = RobustCost.of(values[t] - levels[level]);
        costs[level] += now[level];
        double asNew = fresh + before[level] + now[level];
        if (asNew < costs[level]) {
          costs[level] = asNew;
          since[level] = t - 1;
        }
        if (costs[level] < best[t + 1]) {
          best[t + 1] = costs[level];
          start[t + 1] = since[level];
        }
      }
      double[] spare = before;
      before = now;
      now = spare;
    }
  }

  private int[] walkBack() {
    List<Integer> starts = new ArrayList<>();
    for (int end = start[values.length]; end > 0; end = start[end]) {
      starts.add(end);
    }
    Collections.reverse(starts);
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
