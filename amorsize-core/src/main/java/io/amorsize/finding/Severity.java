package io.amorsize.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** Good to know. */
  INFO,
  /** The result should be read with care. */
  WARNING,
  /** The result cannot be used as it is. */
  ERROR;

  /** The word used in files: {@code info}, {@code warning} or {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
