package io.amorsize.finding;

import java.util.Optional;

/** Is it so much faster that it may have stopped doing its work? */
final class ImplausibleImprovement implements RowCheck {

  private static final double BAR = 5;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    if (row.slowdown().isEmpty() || row.slowdown().getAsDouble() > 1 / BAR) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.IMPLAUSIBLE_IMPROVEMENT,
            Severity.WARNING,
            "%.1f times faster (bar: %.0f): check that the benchmark still does its work and returns"
                + " or consumes the result",
            1 / row.slowdown().getAsDouble(),
            BAR));
  }
}
