package io.amorsize.finding;

import java.util.Optional;

/** Are there enough forks for a test? */
final class FewForks implements RowCheck {

  /** With fewer, the variation between forks is all but unknown. */
  static final int LEAST = 3;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    int base = row.base().forks();
    int current = row.current().forks();
    boolean tested = row.smallestDetectable().isPresent();
    if (tested || (base >= LEAST && current >= LEAST) || base == 0 || current == 0) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.FEW_FORKS,
            Severity.WARNING,
            "%d v %d forks, a test needs %d a side: not judged; measure with -f 5",
            base,
            current,
            LEAST));
  }
}
