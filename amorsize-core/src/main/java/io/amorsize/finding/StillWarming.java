package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.SteadyState;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Are the first measured iterations warm-up? Here forks settle only within their measured
 * iterations, and the slow ones before raise the mean.
 */
final class StillWarming implements RowCheck {

  /** A mean that is raised by less does not change a verdict: it is below the threshold of 3 %. */
  private static final double BAR = 0.02;

  private static final int LEAST_FORKS = 3;

  /**
   * What the warm-up does to a side.
   *
   * @param forks forks whose mean it raises by the bar or more
   * @param last iterations until the last of them settles
   * @param share by how much it raises the mean of the median fork, as a share
   */
  private record Warming(int forks, int last, double share) {}

  @Override
  public Optional<Finding> check(RowEvidence row) {
    return RowCheck.ofEitherSide(
        side -> warming(row.side(side)).map(found -> finding(found, row.side(side), side)));
  }

  private static Finding finding(Warming found, ForkCosts costs, RowEvidence.Side side) {
    return RowCheck.finding(
        FindingCode.STILL_WARMING,
        Severity.WARNING,
        "%d of %d forks of the %s warm up during the measured iterations, for %d of them at most:"
            + " costs are %+.1f %% in the median fork (bar: 2 %%); warm up longer with -wi, or read"
            + " with --skip-warmup auto",
        found.forks,
        costs.forks(),
        side.word(),
        found.last,
        100 * found.share);
  }

  static boolean isWarming(ForkCosts costs) {
    return warming(costs).isPresent();
  }

  /** Warming is a matter of most forks; one fork alone may have met a busy host. */
  private static Optional<Warming> warming(ForkCosts costs) {
    if (costs.forks() < LEAST_FORKS || !costs.arePositive() || !mostFall(costs)) {
      return Optional.empty();
    }
    double[] shares = new double[costs.forks()];
    int warming = 0;
    int last = 0;
    for (int i = 0; i < shares.length; i++) {
      double[] fork = costs.fork(i);
      int start = falls(fork) ? SteadyState.of(fork).start().orElse(0) : 0;
      shares[i] = mean(fork, 0, fork.length) / mean(fork, start, fork.length) - 1;
      if (start > 0 && shares[i] >= BAR) {
        warming++;
        last = Math.max(last, start);
      }
    }
    double median = Median.withDefaults().evaluate(shares);
    return 2 * warming > shares.length && median >= BAR
        ? Optional.of(new Warming(warming, last, median))
        : Optional.empty();
  }

  /** Segments take time to find, so they are looked for only where most forks may warm up. */
  private static boolean mostFall(ForkCosts costs) {
    return 2 * IntStream.range(0, costs.forks()).filter(i -> falls(costs.fork(i))).count()
        > costs.forks();
  }

  /** Whether the first half costs more than the second, without which no fork warms up. */
  private static boolean falls(double[] fork) {
    int half = fork.length / 2;
    return half > 0 && mean(fork, 0, half) >= (1 + BAR) * mean(fork, half, fork.length);
  }

  private static double mean(double[] costs, int from, int to) {
    return Arrays.stream(costs, from, to).average().orElseThrow();
  }
}
