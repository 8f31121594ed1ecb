package io.amorsize.finding;

import java.util.Optional;

/** Is it so much faster that it may have stopped doing its work? */
final class ImplausibleImprovement implements RowCheck {

  private static final double BAR = 5;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    double slowdown = row.slowdown().orElse(Double.NaN);
    if (!(slowdown > 0 && slowdown <= 1 / BAR)) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.IMPLAUSIBLE_IMPROVEMENT,
            Severity.WARNING,
            "the base cost %.1f times as much (bar: %.0f): check that the benchmark still does its"
                + " work and returns or consumes the result",
            1 / slowdown,
            BAR));
  }
}
