package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Does one fork lie far from all others? The bar is Dixon's Q test: the gap to the nearest fork
 * over the range of all.
 */
final class OutlierFork implements RowCheck {

  private static final double LEAST_DISTANCE = Math.log(1.05);

  /**
   * Critical values of Q for 4 to 10 forks, 99 % two-tailed (Rorabacher, Anal. Chem. 63, 1991);
   * those of more forks are smaller. Of rows of normal forks this calls 0.0 % at an sd of 1 %, 1.3
   * % at 3 % and 2 % however wide they spread.
   */
  private static final double[] CRITICAL = {0.926, 0.821, 0.740, 0.680, 0.634, 0.598, 0.568};

  private static final int LEAST_FORKS = 4;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    return RowCheck.ofEitherSide(side -> check(row.side(side), side));
  }

  private static Optional<Finding> check(ForkCosts forks, RowEvidence.Side side) {
    if (forks.forks() < LEAST_FORKS || !forks.arePositive()) {
      return Optional.empty();
    }
    double[] logs = forks.logMeans();
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    boolean high = sorted[last] - sorted[last - 1] > sorted[1] - sorted[0];
    double gap = high ? sorted[last] - sorted[last - 1] : sorted[1] - sorted[0];
    double range = sorted[last] - sorted[0];
    if (gap < LEAST_DISTANCE || gap < critical(sorted.length) * range) {
      return Optional.empty();
    }
    double outlier = high ? sorted[last] : sorted[0];
    int index = 0;
    while (logs[index] != outlier) {
      index++;
    }
    double median = Median.withDefaults().evaluate(logs);
    return Optional.of(
        RowCheck.finding(
            FindingCode.OUTLIER_FORK,
            Severity.INFO,
            "fork %d of the %s lies %+.1f %% from the median of its side; look at what else the"
                + " host did then",
            index + 1,
            side.word(),
            100 * Math.expm1(outlier - median)));
  }

  private static double critical(int forks) {
    return CRITICAL[Math.min(forks - LEAST_FORKS, CRITICAL.length - 1)];
  }
}
