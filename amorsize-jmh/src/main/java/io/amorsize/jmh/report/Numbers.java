package io.amorsize.jmh.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {

  private static final double SMALLEST_P = 0.001;

  private Numbers() {}

  /** A factor, for example {@code 1.92x}. */
  public static String factor(double value) {
    return String.format(Locale.ROOT, "%.2fx", value);
  }

  /** A percentage with one decimal, for example {@code 97.9 %}. */
  public static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }

  /** A signed percentage with one decimal, for example {@code -17.2 %}. */
  static String change(double percent) {
    return String.format(Locale.ROOT, "%+.1f %%", percent);
  }

  /** A change of cost with one decimal, for example {@code +8.2 %} of a slowdown of 1.082. */
  public static String changeOfCost(double slowdown) {
    return change(100 * (slowdown - 1));
  }

  /** A time with three significant digits and its unit, for example {@code 27.1 ms}. */
  public static String seconds(double seconds) {
    double magnitude = Math.abs(seconds);
    if (magnitude >= 1) {
      return digits(seconds) + " s";
    }
    if (magnitude >= 1e-3) {
      return digits(seconds * 1e3) + " ms";
    }
    return magnitude >= 1e-6 ? digits(seconds * 1e6) + " us" : digits(seconds * 1e9) + " ns";
  }

  /** A size in decimal units, for example {@code 25.1 MB}. */
  static String bytes(long bytes) {
    return bytes >= 100_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
  }

  /** A probability; small ones as a bound, since their digits mean nothing. */
  public static String probability(OptionalDouble p) {
    if (p.isEmpty()) {
      return "";
    }
    return p.getAsDouble() < SMALLEST_P
        ? "<0.001"
        : String.format(Locale.ROOT, "%.3f", p.getAsDouble());
  }

  private static String digits(double value) {
    double magnitude = Math.abs(value);
    String pattern = magnitude >= 99.95 ? "%.0f" : magnitude >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
