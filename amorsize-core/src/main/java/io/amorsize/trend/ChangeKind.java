package io.amorsize.trend;

import java.util.Arrays;
import java.util.Locale;

/** What a change point is. */
public enum ChangeKind {
  /** A step that another commit may have made. */
  CHANGE,
  /** A step inside one commit: machine, system or JVM, but not the code. */
  ENVIRONMENT,
  /** A level that moved slowly, over nights. */
  DRIFT,
  /** A step at the end of the series that is not certain yet. */
  SUSPECT;

  /** The kind in files: {@code change}, {@code environment}, {@code drift}, {@code suspect}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ChangeKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be change, environment, drift or suspect, is " + label));
  }
}
