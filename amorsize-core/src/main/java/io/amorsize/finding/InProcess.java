package io.amorsize.finding;

import java.util.Optional;

/** Was it measured in a JVM of its own? */
final class InProcess implements RowCheck {

  @Override
  public Optional<Finding> check(RowEvidence row) {
    return RowCheck.ofEitherSide(
        side -> {
          boolean inProcess = row.settings(side).forks().orElse(1) == 0;
          return inProcess
              ? Optional.of(
                  RowCheck.finding(
                      FindingCode.IN_PROCESS,
                      Severity.WARNING,
                      "the %s ran with -f 0, inside JMH's own JVM, whose profile all benchmarks"
                          + " share; measure with -f 5",
                      side.word()))
              : Optional.empty();
        });
  }
}
