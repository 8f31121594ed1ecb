package io.amorsize.result;

import java.util.Locale;

/** What the accuracy of a prediction is worth. */
public enum AccuracyBand {
  /** At least 90 %: rely on it. */
  EXCELLENT(90, "rely on it"),
  /** At least 75 %: rely on it, and look again where something changes. */
  GOOD(75, "rely on it, and validate again where the host or the items change"),
  /** At least 60 %: a rough guide. */
  FAIR(60, "take it as a rough guide, and validate what matters"),
  /** Less: measure instead. */
  POOR(0, "do not rely on it; try other plans and keep the one that measures best");

  private final double leastPercent;
  private final String advice;

  AccuracyBand(double leastPercent, String advice) {
    this.leastPercent = leastPercent;
    this.advice = advice;
  }

  /**
   * The band of an accuracy.
   *
   * @param accuracyPercent 0 to 100
   */
  public static AccuracyBand of(double accuracyPercent) {
    for (AccuracyBand band : values()) {
      if (accuracyPercent >= band.leastPercent) {
        return band;
      }
    }
    return POOR;
  }

  /** The least accuracy in the band, in percent. */
  public double leastPercent() {
    return leastPercent;
  }

  /** The word for it, for example {@code good}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to do with a prediction of this band, as a clause. */
  public String advice() {
    return advice;
  }
}
