package io.amorsize.finding;

import static java.util.Objects.requireNonNull;

/**
 * Something that a reader of a result should know: the number, the bar and the remedy in a
 * sentence.
 *
 * @param code what it is about
 * @param severity how much it matters
 * @param message the sentence
 */
public record Finding(FindingCode code, Severity severity, String message) {

  /** Checks that nothing is missing. */
  public Finding {
    requireNonNull(code, "code is null");
    requireNonNull(severity, "severity is null");
    requireNonNull(message, "message is null");
  }
}
