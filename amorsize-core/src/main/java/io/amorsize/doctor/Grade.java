package io.amorsize.doctor;

import java.util.Locale;

/** How fit a host is to plan and to measure. */
public enum Grade {
  /** At least 95 % of the checks pass, none with an error. */
  EXCELLENT(0.95, 0),
  /** At least 80 % pass, at most one error. */
  GOOD(0.80, 1),
  /** At least 60 % pass. */
  POOR(0.60, Integer.MAX_VALUE),
  /** Fewer pass. */
  CRITICAL(0, Integer.MAX_VALUE);

  private final double leastShare;
  private final int mostErrors;

  Grade(double leastShare, int mostErrors) {
    this.leastShare = leastShare;
    this.mostErrors = mostErrors;
  }

  /**
   * The grade.
   *
   * @param passed checks that passed
   * @param counted checks that passed or failed
   * @param errors checks that failed with an error
   */
  static Grade of(int passed, int counted, int errors) {
    for (Grade grade : values()) {
      if (passed >= grade.leastShare * counted && errors <= grade.mostErrors && counted > 0) {
        return grade;
      }
    }
    return CRITICAL;
  }

  /** The word in files, for example {@code good}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether results may be used: excellent or good. */
  public boolean isFit() {
    return this == EXCELLENT || this == GOOD;
  }
}
