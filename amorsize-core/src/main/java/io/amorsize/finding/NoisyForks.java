package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.MeanRatio;
import java.util.Optional;

/**
 * Could a change worth knowing have been seen? A large threshold hides changes too, so the forks
 * are to blame only if their own interval is wider than the margin.
 */
final class NoisyForks implements RowCheck {

  /** Twice the margin within which sides count as the same. */
  private static final double BAR = 0.10;

  private static final double MARGIN = 0.05;
  private static final double CONFIDENCE = 0.95;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    double smallest = row.smallestDetectable().orElse(0);
    if (!(smallest > BAR) || !vary(row.base(), row.current())) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.NOISY_FORKS,
            Severity.INFO,
            "forks vary so much that only changes of %.1f %% and more can be seen (bar: %.0f %%);"
                + " more forks or a quieter machine help",
            100 * smallest,
            100 * BAR));
  }

  private static boolean vary(ForkCosts base, ForkCosts current) {
    boolean spread = base.forks() >= FewForks.LEAST && current.forks() >= FewForks.LEAST;
    if (!spread || !base.arePositive() || !current.arePositive()) {
      return false;
    }
    MeanRatio ratio = MeanRatio.of(base.means(), current.means(), 0, CONFIDENCE);
    return ratio.interval().upper() > (1 + MARGIN) * ratio.ratio();
  }
}
