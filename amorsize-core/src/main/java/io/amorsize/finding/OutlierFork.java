package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/** Does one fork lie far from all others? */
final class OutlierFork implements RowCheck {

  private static final double LEAST_DISTANCE = Math.log(1.05);

  /** In units of the widest distance between neighbours among the others. */
  private static final double FAR = 4;

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
    double others = high ? sorted[last - 1] - sorted[0] : sorted[last] - sorted[1];
    if (gap < LEAST_DISTANCE || gap < FAR * others / (sorted.length - 2)) {
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
}
