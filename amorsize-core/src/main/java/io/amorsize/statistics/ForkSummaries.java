package io.amorsize.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * What the forks of one side say, three numbers for each fork, all on the log scale: the least
 * cost, the mean of the logs, and the 90 % quantile.
 *
 * <p>The minimum is the sharpest of the three, since what disturbs a benchmark makes it slower; the
 * mean of the logs resists single huge iterations; the quantile sees a change that hits only some
 * iterations, to which the minimum is blind.
 */
public final class ForkSummaries {

  /** Number of summaries of a fork. */
  static final int COUNT = 3;

  private static final double HIGH_QUANTILE = 0.9;

  /** Type 7, the default of R and NumPy. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  /** Summary by summary, then fork by fork. */
  private final double[][] values;

  private final int leastIterations;

  private ForkSummaries(double[][] values, int leastIterations) {
    this.values = values;
    this.leastIterations = leastIterations;
  }

  /**
   * Summarizes forks.
   *
   * @param forks the costs of the iterations of each fork, all positive and finite; at least one
   *     fork, each with at least one iteration
   * @throws IllegalArgumentException if a cost is not positive and finite, or something is empty
   */
  public static ForkSummaries of(double[][] forks) {
    if (forks.length == 0) {
      throw new IllegalArgumentException("a side needs at least one fork");
    }
    double[][] values = new double[COUNT][forks.length];
    int least = Integer.MAX_VALUE;
    for (int fork = 0; fork < forks.length; fork++) {
      double[] logs = logs(forks[fork]);
      values[0][fork] = logs[0];
      values[1][fork] = Sums.mean(logs);
      values[2][fork] = QUANTILE.evaluate(logs, HIGH_QUANTILE);
      least = Math.min(least, logs.length);
    }
    return new ForkSummaries(values, least);
  }

  private static double[] logs(double[] costs) {
    if (costs.length == 0) {
      throw new IllegalArgumentException("a fork needs at least one iteration");
    }
    double[] logs = new double[costs.length];
    for (int i = 0; i < costs.length; i++) {
      if (!(costs[i] > 0) || Double.isInfinite(costs[i])) {
        throw new IllegalArgumentException("a cost must be positive and finite, is " + costs[i]);
      }
      logs[i] = Math.log(costs[i]);
    }
    Arrays.sort(logs);
    return logs;
  }

  /** Number of forks, at least 1. */
  public int forks() {
    return values[0].length;
  }

  /** Iterations of the fork that has the fewest, at least 1. */
  public int leastIterations() {
    return leastIterations;
  }

  /** One summary of every fork: 0 for the minimum, 1 for the mean, 2 for the quantile. */
  double[] summary(int index) {
    return values[index];
  }

  /**
   * The same forks in an order that their file does not decide: by minimum, then mean, then
   * quantile.
   */
  ForkSummaries inCanonicalOrder() {
    Integer[] order = new Integer[forks()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, this::compare);
    double[][] sorted = new double[COUNT][forks()];
    for (int summary = 0; summary < COUNT; summary++) {
      for (int i = 0; i < order.length; i++) {
        sorted[summary][i] = values[summary][order[i]];
      }
    }
    return new ForkSummaries(sorted, leastIterations);
  }

  private int compare(int first, int second) {
    for (double[] summary : values) {
      int order = Double.compare(summary[first], summary[second]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * A side made up of some of these forks.
   *
   * @param positions which ones, at least one, each from 0 to below {@link #forks()}; one may come
   *     more than once
   */
  public ForkSummaries pick(int... positions) {
    if (positions.length == 0) {
      throw new IllegalArgumentException("a side needs at least one fork");
    }
    return pick(positions, this, new int[0]);
  }

  /**
   * The side that a relabeling makes: some forks of this side and some of the other.
   *
   * @param mine positions in this side
   * @param other the other side
   * @param theirs positions in the other side
   */
  ForkSummaries pick(int[] mine, ForkSummaries other, int[] theirs) {
    double[][] picked = new double[COUNT][mine.length + theirs.length];
    for (int summary = 0; summary < COUNT; summary++) {
      for (int i = 0; i < mine.length; i++) {
        picked[summary][i] = values[summary][mine[i]];
      }
      for (int i = 0; i < theirs.length; i++) {
        picked[summary][mine.length + i] = other.values[summary][theirs[i]];
      }
    }
    return new ForkSummaries(picked, Math.min(leastIterations, other.leastIterations));
  }
}
