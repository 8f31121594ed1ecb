package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.StudentQuantile;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Do costs still fall or rise within the measured iterations, in every fork the same way? Then the
 * warm-up was too short (or a leak fills the heap), and a mean over the iterations depends on how
 * many there are. Where the end of the warm-up can be told, {@link StillWarming} says more.
 *
 * <p>Three forks drift one way by chance in a quarter of all cases, so the drifts of the forks must
 * also differ from 0 in Student's test.
 */
final class DriftInIterations implements RowCheck {

  private static final double BAR = Math.log(1.02);

  /**
   * Two-sided level of the test, for each side. Of rows of 5 v 5 forks with 10 normal iterations
   * this calls 0.0 % at an sd of 1 %, 2.1 % at 3 % and 4 % however wide they spread; without the
   * test it is 4.2 % and 12 %, and half of all rows of 3 v 3 forks.
   */
  private static final double LEVEL = 0.02;

  private static final int LEAST_ITERATIONS = 6;
  private static final int LEAST_FORKS = 3;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    return RowCheck.ofEitherSide(
        side ->
            check(row.side(side), side).filter(found -> !StillWarming.isWarming(row.side(side))));
  }

  private static Optional<Finding> check(ForkCosts forks, RowEvidence.Side side) {
    if (forks.forks() < LEAST_FORKS || !forks.arePositive()) {
      return Optional.empty();
    }
    double[] drifts = new double[forks.forks()];
    for (int fork = 0; fork < drifts.length; fork++) {
      double[] costs = forks.fork(fork);
      if (costs.length < LEAST_ITERATIONS) {
        return Optional.empty();
      }
      drifts[fork] = drift(costs);
    }
    double median = Median.withDefaults().evaluate(drifts);
    boolean oneWay = Arrays.stream(drifts).allMatch(drift -> drift * median > 0);
    if (!oneWay || Math.abs(median) < BAR || !differFromZero(drifts)) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.DRIFT_IN_ITERATIONS,
            Severity.WARNING,
            "costs %s in every fork of the %s, in the median fork by %.1f %% from the first third of"
                + " the measured iterations to the last (bar: 2 %%); %s",
            median < 0 ? "still fall" : "rise",
            side.word(),
            100 * Math.abs(Math.expm1(median)),
            median < 0 ? "warm up longer with -wi" : "look for something that grows"));
  }

  private static boolean differFromZero(double[] drifts) {
    double mean = Arrays.stream(drifts).average().orElseThrow();
    double error = Math.sqrt(Variance.of(drifts).getAsDouble() / drifts.length);
    double quantile = StudentQuantile.of(drifts.length - 1, LEVEL / 2);
    return Math.abs(mean) >= quantile * error;
  }

  /** Mean of the logs of the last third less that of the first. */
  private static double drift(double[] costs) {
    int third = costs.length / 3;
    return meanLog(costs, costs.length - third, costs.length) - meanLog(costs, 0, third);
  }

  private static double meanLog(double[] costs, int from, int to) {
    return Arrays.stream(costs, from, to).map(Math::log).average().orElseThrow();
  }
}
