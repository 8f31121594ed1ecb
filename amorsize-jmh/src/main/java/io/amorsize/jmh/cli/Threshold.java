package io.amorsize.jmh.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The smallest effect that counts, as a share: {@code 5%}, {@code 0.05} and {@code 1.05x} are the
 * same.
 *
 * @param share above 0 and below 1
 */
record Threshold(double share) {

  private static final String FORMS =
      "; write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)";

  /** Reads a threshold from a command line. */
  static final class Converter implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      return parse(text);
    }
  }

  static Threshold parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "strict" -> new Threshold(0.05);
      case "moderate" -> new Threshold(0.10);
      case "lenient" -> new Threshold(0.20);
      default -> new Threshold(share(text.strip()));
    };
  }

  private static double share(String text) {
    double share = shareOrNaN(text);
    if (!(share > 0 && share < 1)) {
      boolean bare = Double.isFinite(share) && !text.endsWith("%") && !text.endsWith("x");
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a threshold between 0 and 100 %"
              + (bare && share >= 1 ? " (a bare number is a share: 5 would be 500 %)" : "")
              + FORMS);
    }
    return share;
  }

  private static double shareOrNaN(String text) {
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
