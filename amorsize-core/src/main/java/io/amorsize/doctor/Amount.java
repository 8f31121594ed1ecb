package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a check looked at, or its bar.
 *
 * @param number the number; empty where the answer is a word
 * @param unit unit of the number; empty for words
 * @param text number and unit, or the word, for people
 */
public record Amount(OptionalDouble number, String unit, String text) {

  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  /** Checks that nothing is missing and the number is finite. */
  public Amount {
    requireNonNull(number, "number is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(text, "text is null");
    if (!Double.isFinite(number.orElse(0))) {
      throw new IllegalArgumentException("number must be finite, is " + number.getAsDouble());
    }
  }

  /** An answer without a number. */
  public static Amount words(String text) {
    return new Amount(OptionalDouble.empty(), "", text);
  }

  /** A time in nanoseconds. */
  public static Amount nanos(double nanos) {
    String text =
        nanos >= GIGA
            ? digits(nanos / GIGA, "s")
            : nanos >= MEGA
                ? digits(nanos / MEGA, "ms")
                : nanos >= 1e3 ? digits(nanos / 1e3, "us") : digits(nanos, "ns");
    return new Amount(OptionalDouble.of(nanos), "ns", text);
  }

  /** A size in bytes. */
  public static Amount bytes(double bytes) {
    String text = bytes >= GIGA ? digits(bytes / GIGA, "GB") : digits(bytes / MEGA, "MB");
    return new Amount(OptionalDouble.of(bytes), "bytes", text);
  }

  /** A size in whole bytes. */
  public static Amount bytes(long bytes) {
    return bytes((double) bytes);
  }

  /** A number of cores or of what keeps cores busy. */
  public static Amount cores(double cores) {
    return new Amount(
        OptionalDouble.of(cores), "cores", String.format(Locale.ROOT, "%.2f cores", cores));
  }

  /** A share, shown in percent. */
  public static Amount share(double share) {
    return new Amount(
        OptionalDouble.of(100 * share), "%", String.format(Locale.ROOT, "%.1f %%", 100 * share));
  }

  /** A count of things. */
  public static Amount count(long count, String things) {
    return new Amount(OptionalDouble.of((double) count), things, count + " " + things);
  }

  /** The same number in other words. */
  Amount shownAs(String other) {
    return new Amount(number, unit, other);
  }

  private static String digits(double value, String unit) {
    String pattern = value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, pattern, value, unit);
  }
}
