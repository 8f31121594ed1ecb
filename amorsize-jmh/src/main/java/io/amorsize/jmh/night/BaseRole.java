package io.amorsize.jmh.night;

import java.util.Locale;

/** What a night is compared with. */
public enum BaseRole {
  /** Follows the nights that passed: shows what changed since the last one. */
  ROLLING,
  /** Moves only when somebody moves it: shows what small steps add up to. */
  ANCHOR;

  /** The word in files: {@code rolling} or {@code anchor}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
