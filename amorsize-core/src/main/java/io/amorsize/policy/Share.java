package io.amorsize.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares as people write them: {@code 5%}, {@code 0.05} and {@code 1.05x} are the same. */
public final class Share {

  private static final String FORMS =
      "; write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)";

  /** Short enough that no exponent makes a number that takes long to compute with. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<number>[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?)\\s*(?<form>[%x]?)");

  private static final int SHOWN_CHARACTERS = 40;

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

  /**
   * Reads by how much something may grow, which can be more than once its size: {@code 12%}, {@code
   * 150%}, {@code 2.5x}.
   *
   * @return above 0
   * @throws IllegalArgumentException in one sentence, if it is none
   */
  public static double parseGrowth(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (matcher.matches() && !matcher.group("form").isEmpty() && value(matcher) >= 1) {
      return value(matcher);
    }
    return parse(text);
  }

  private static double number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    Optional<Double> share = matcher.matches() ? Optional.of(value(matcher)) : Optional.empty();
    if (share.filter(value -> value > 0 && value < 1).isEmpty()) {
      boolean bare = matcher.matches() && matcher.group("form").isEmpty();
      throw new IllegalArgumentException(
          "'"
              + shown(text)
              + "' is not a threshold between 0 and 100 %"
              + (bare && share.orElseThrow() >= 1
                  ? " (a bare number is a share: 5 would be 500 %)"
                  : "")
              + FORMS);
    }
    return share.get();
  }

  /** Computed in decimal, so that 1.05x is as much as 5%. */
  private static double value(Matcher matcher) {
    BigDecimal number = new BigDecimal(matcher.group("number"));
    return switch (matcher.group("form")) {
      case "%" -> number.movePointLeft(2).doubleValue();
      case "x" -> number.subtract(BigDecimal.ONE).doubleValue();
      default -> number.doubleValue();
    };
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
  }
}
