package io.amorsize.policy;

import java.util.Locale;

/** Shares as people write them: {@code 5%}, {@code 0.05} and {@code 1.05x} are the same. */
public final class Share {

  private static final String FORMS =
      "; write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)";

  private Share() {}

  /**
   * Reads a share.
   *
   * @return above 0 and below 1
   * @throws IllegalArgumentException in one sentence, if it is none; a bare number of 1 or more is
   *     refused, since nobody can tell 5 from 5 %
   */
  public static double parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "strict" -> 0.05;
      case "moderate" -> 0.10;
      case "lenient" -> 0.20;
      default -> number(text.strip());
    };
  }

  private static double number(String text) {
    double share = numberOrNaN(text);
    if (!(share > 0 && share < 1)) {
      boolean bare = Double.isFinite(share) && !text.endsWith("%") && !text.endsWith("x");
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a threshold between 0 and 100 %"
              + (bare && share >= 1 ? " (a bare number is a share: 5 would be 500 %)" : "")
              + FORMS);
    }
    return share;
  }

  private static double numberOrNaN(String text) {
    try {
      if (text.endsWith("%")) {
        return Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
      }
      if (text.endsWith("x")) {
        return Double.parseDouble(text.substring(0, text.length() - 1).strip()) - 1;
      }
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
