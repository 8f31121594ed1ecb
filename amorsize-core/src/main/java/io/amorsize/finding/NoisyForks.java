package io.amorsize.finding;

import java.util.Optional;

/** Could a change worth knowing have been seen? */
final class NoisyForks implements RowCheck {

  /** Twice the margin within which sides count as the same. */
  private static final double BAR = 0.10;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    if (row.smallestDetectable().isEmpty() || row.smallestDetectable().getAsDouble() <= BAR) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.NOISY_FORKS,
            Severity.INFO,
            "forks vary so much that only changes of %.0f %% and more can be seen (bar: %.0f %%);"
                + " more forks or a quieter machine help",
            100 * row.smallestDetectable().getAsDouble(),
            100 * BAR));
  }
}
