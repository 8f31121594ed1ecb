package io.amorsize.verdict;

import java.util.Locale;

/** What a comparison says about a row. */
public enum Verdict {
  /** It costs more, beyond what noise explains. */
  SLOWER,
  /** It costs less, beyond what noise explains. */
  FASTER,
  /** Both sides are shown to be equal within the margin. */
  SAME,
  /** The data do not tell. */
  INCONCLUSIVE;

  /** The word used in files: {@code slower}, {@code faster}, {@code same}, {@code inconclusive}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
