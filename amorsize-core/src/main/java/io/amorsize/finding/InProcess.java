package io.amorsize.finding;

import io.amorsize.result.RowSettings;
import java.util.Optional;

/** Was it measured in a JVM of its own? */
final class InProcess implements RowCheck {

  @Override
  public Optional<Finding> check(RowEvidence row) {
    boolean base = isInProcess(row.baseSettings());
    boolean current = isInProcess(row.currentSettings());
    if (!base && !current) {
      return Optional.empty();
    }
    RowEvidence.Side side = base ? RowEvidence.Side.BASE : RowEvidence.Side.CURRENT;
    return Optional.of(
        RowCheck.finding(
            FindingCode.IN_PROCESS,
            Severity.WARNING,
            "%s ran with -f 0, inside JMH's own JVM, whose profile all benchmarks share; measure"
                + " with -f 5",
            base && current ? "both sides" : "the " + side.word()));
  }

  private static boolean isInProcess(RowSettings settings) {
    return settings.forks().orElse(1) == 0;
  }
}
