package io.amorsize.statistics;

import java.util.Arrays;

/** The costs of the iterations of each fork of one side, in the order in which they ran. */
public final class ForkCosts {

  private final double[][] forks;
  private final boolean positive;

  private ForkCosts(double[][] forks, boolean positive) {
    this.forks = forks;
    this.positive = positive;
  }

  /**
   * Costs of forks.
   *
   * @param forks costs, each fork with at least one; may be empty. The inverse of a score of 0 is
   *     infinite, so a cost may be that
   */
  public static ForkCosts of(double[][] forks) {
    double[][] copy = new double[forks.length][];
    boolean positive = true;
    for (int i = 0; i < forks.length; i++) {
      if (forks[i].length == 0) {
        throw new IllegalArgumentException("a fork needs at least one iteration");
      }
      copy[i] = forks[i].clone();
      for (double cost : copy[i]) {
        positive &= cost > 0 && Double.isFinite(cost);
      }
    }
    return new ForkCosts(copy, positive);
  }

  /** Number of forks. */
  public int forks() {
    return forks.length;
  }

  /** Number of iterations of all forks. */
  public int iterations() {
    return Arrays.stream(forks).mapToInt(fork -> fork.length).sum();
  }

  /** A copy of the costs of one fork. */
  public double[] fork(int index) {
    return forks[index].clone();
  }

  /** Mean cost of each fork. */
  public double[] means() {
    return Arrays.stream(forks).mapToDouble(Sums::mean).toArray();
  }

  /** Logarithm of the mean cost of each fork. */
  public double[] logMeans() {
    return Arrays.stream(means()).map(Math::log).toArray();
  }

  /** Whether every cost is above 0 and finite. */
  public boolean arePositive() {
    return positive;
  }

  /** The three summaries of each fork; needs positive costs and at least one fork. */
  public ForkSummaries summaries() {
    return ForkSummaries.of(forks);
  }

  /** Geometric mean of the fork means; needs positive costs and at least one fork. */
  public double center() {
    return Math.exp(Sums.mean(logMeans()));
  }

  @Override
  public String toString() {
    return Arrays.deepToString(forks);
  }
}
