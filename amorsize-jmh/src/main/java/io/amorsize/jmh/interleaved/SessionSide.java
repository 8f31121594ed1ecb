package io.amorsize.jmh.interleaved;

import java.util.Locale;

/** The two sides of a session. */
public enum SessionSide {
  /** What is compared with. */
  BASE,
  /** What is judged. */
  CANDIDATE;

  /** The word for it in file names and messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
