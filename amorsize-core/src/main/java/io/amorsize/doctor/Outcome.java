package io.amorsize.doctor;

import io.amorsize.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** How a check ended. */
public enum Outcome {
  /** As it should be. */
  PASS,
  /** As it should be, with something that is good to know. */
  NOTE,
  /** Failed: results should be read with care. */
  WARNING,
  /** Failed: results cannot be used. */
  ERROR,
  /** The operating system or the JVM does not tell; neither passed nor failed. */
  UNKNOWN;

  /** The word in tables and files, for example {@code pass}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How much its finding matters; empty where there is none. */
  Optional<Severity> severity() {
    return switch (this) {
      case PASS, UNKNOWN -> Optional.empty();
      case NOTE -> Optional.of(Severity.INFO);
      case WARNING -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
    };
  }
}
