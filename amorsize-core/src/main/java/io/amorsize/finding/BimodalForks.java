package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Optional;

/**
 * Do forks fall into two groups, as they do where the JIT compiler decides one way or the other?
 * The bar is a gap that is wider than either group by a factor, with at least two forks on both
 * sides of it.
 */
final class BimodalForks implements RowCheck {

  private static final double LEAST_GAP = Math.log(1.03);

  /**
   * Of rows of 5 v 5 forks drawn from one normal distribution, this calls 0.0 % bimodal at an sd of
   * 1 %, 2.1 % at 3 % and 2.5 % however wide they spread; a factor of 3 calls 6.8 %, and 13 % of 4
   * v 4 forks.
   */
  private static final double WIDER_THAN_GROUPS = 4.5;

  private static final int LEAST_FORKS = 5;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    return RowCheck.ofEitherSide(side -> check(row.side(side), side));
  }

  private static Optional<Finding> check(ForkCosts forks, RowEvidence.Side side) {
    if (forks.forks() < LEAST_FORKS || !forks.arePositive()) {
      return Optional.empty();
    }
    double[] sorted = forks.logMeans();
    Arrays.sort(sorted);
    for (int upper = 2; upper <= sorted.length - 2; upper++) {
      double gap = sorted[upper] - sorted[upper - 1];
      double widest =
          Math.max(sorted[upper - 1] - sorted[0], sorted[sorted.length - 1] - sorted[upper]);
      if (gap >= LEAST_GAP && gap >= WIDER_THAN_GROUPS * widest) {
        return Optional.of(
            RowCheck.finding(
                FindingCode.BIMODAL_FORKS,
                Severity.WARNING,
                "the forks of the %s fall into two groups, %d and %d, %.1f %% apart; more forks"
                    + " tell which one is common, -prof comp which decision differs",
                side.word(),
                upper,
                sorted.length - upper,
                100 * Math.expm1(gap)));
      }
    }
    return Optional.empty();
  }
}
