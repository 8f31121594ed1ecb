package io.amorsize.jmh.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers of golden files, whose last digits may differ between machines. */
public final class GoldenNumbers {

  private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{5,}(E-?\\d+)?");

  private GoldenNumbers() {}

  /** A text whose long numbers have six digits. */
  public static String rounded(String text) {
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(
            number -> String.format(Locale.ROOT, "%.5e", Double.parseDouble(number.group())));
  }
}
