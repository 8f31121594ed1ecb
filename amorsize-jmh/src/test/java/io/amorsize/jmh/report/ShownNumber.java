package io.amorsize.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a form shows it, which was rounded before.
 *
 * @param text what stands there
 * @param value what it says
 * @param half half of its last digit: what the number before rounding may differ by
 */
public record ShownNumber(String text, double value, double half) {

  private static final Pattern NUMBER =
      Pattern.compile("(<?)([-+]?\\d+(?:\\.(\\d+))?(?:e([-+]?\\d+))?)([MGTP]?)(?![\\w])");

  private static final String SUFFIXES = "MGTP";

  /** The numbers of a text, in their order; not those that are part of a word. */
  public static List<ShownNumber> in(String text) {
    List<ShownNumber> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      if (matcher.start() == 0
          || !matcher.group(1).isEmpty()
          || !isOfWord(text.charAt(matcher.start() - 1), matcher.group(2))) {
        numbers.add(of(matcher));
      }
    }
    return numbers;
  }

  /** A factor has an x before it, and forks of two sides are 5+3. */
  private static boolean isOfWord(char before, String number) {
    boolean signed = !Character.isDigit(number.charAt(0));
    boolean letter = (Character.isLetter(before) && before != 'x') || before == '_';
    return letter || (!signed && (Character.isDigit(before) || before == '.'));
  }

  private static ShownNumber of(Matcher matcher) {
    int decimals = matcher.group(3) == null ? 0 : matcher.group(3).length();
    int exponent = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    int suffix = matcher.group(5).isEmpty() ? 0 : 6 + 3 * SUFFIXES.indexOf(matcher.group(5));
    double scale = Math.pow(10, suffix);
    double value = Double.parseDouble(matcher.group(2)) * scale;
    double last = Math.pow(10, exponent - decimals) * scale;
    boolean bound = !matcher.group(1).isEmpty();
    // "<0.001" says that it is between 0 and that.
    return bound
        ? new ShownNumber(matcher.group(), value / 2, value / 2)
        : new ShownNumber(matcher.group(), value, last / 2);
  }

  /** Whether it may be this number, rounded. */
  public boolean fits(double number) {
    return Math.abs(number - value) <= half * 1.0001 + 1e-12 * Math.abs(number);
  }

  /** Whether it may be one of these, rounded. */
  public boolean fitsAny(List<Double> numbers) {
    return numbers.stream().anyMatch(this::fits);
  }
}
