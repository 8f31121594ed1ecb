package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What a check found.
 *
 * @param outcome how it ended
 * @param value what it looked at
 * @param bar what it was held against
 * @param remedy what to do where it did not simply pass, as a clause; else empty
 */
public record Answer(Outcome outcome, Amount value, Amount bar, String remedy) {

  private static final Answer UNKNOWN =
      new Answer(Outcome.UNKNOWN, Amount.words("not told here"), Amount.words("-"), "");

  /** Checks that what needs a remedy has one. */
  public Answer {
    requireNonNull(outcome, "outcome is null");
    requireNonNull(value, "value is null");
    requireNonNull(bar, "bar is null");
    if (outcome.severity().isPresent() == remedy.isEmpty()) {
      throw new IllegalArgumentException(
          "a remedy belongs to a note, a warning or an error, the outcome is " + outcome.label());
    }
  }

  /** The system does not tell. */
  static Answer unknown() {
    return UNKNOWN;
  }

  static Answer pass(Amount value, Amount bar) {
    return new Answer(Outcome.PASS, value, bar, "");
  }

  static Answer note(Amount value, Amount bar, String remedy) {
    return new Answer(Outcome.NOTE, value, bar, remedy);
  }

  /** Passes if it holds, else ends as given. */
  static Answer passIf(boolean holds, Amount value, Amount bar, Outcome otherwise, String remedy) {
    return holds ? pass(value, bar) : new Answer(otherwise, value, bar, remedy);
  }

  /** Passes up to a bar, and warns above it. */
  static Answer atMost(Amount value, Amount bar, String remedy) {
    boolean holds = value.number().orElseThrow() <= bar.number().orElseThrow();
    return passIf(holds, value, bar.shownAs("at most " + bar.text()), Outcome.WARNING, remedy);
  }

  /** Passes from a bar on, and warns below it. */
  static Answer atLeast(Amount value, Amount bar, String remedy) {
    boolean holds = value.number().orElseThrow() >= bar.number().orElseThrow();
    return passIf(holds, value, bar.shownAs("at least " + bar.text()), Outcome.WARNING, remedy);
  }

  /** Passes where something is not there, and warns where it is. */
  static Answer none(java.util.List<String> found, Outcome otherwise, String remedy) {
    Amount value = Amount.words(found.isEmpty() ? "none" : String.join(" ", found));
    return passIf(found.isEmpty(), value, Amount.words("none"), otherwise, remedy);
  }
}
