package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import java.util.Optional;

/**
 * A check and its answer.
 *
 * @param subject what it looked at, in a few words
 * @param code the code of its finding
 * @param answer what it found
 */
public record CheckResult(String subject, FindingCode code, Answer answer) {

  /** Checks that nothing is missing. */
  public CheckResult {
    requireNonNull(subject, "subject is null");
    requireNonNull(code, "code is null");
    requireNonNull(answer, "answer is null");
  }

  /** How it ended. */
  public Outcome outcome() {
    return answer.outcome();
  }

  /** The number, the bar and the remedy in a sentence; empty where it passed or is unknown. */
  public Optional<Finding> finding() {
    return outcome()
        .severity()
        .map(
            severity ->
                new Finding(
                    code,
                    severity,
                    subject
                        + ": "
                        + answer.value().text()
                        + " (bar: "
                        + answer.bar().text()
                        + "); "
                        + answer.remedy()));
  }
}
