package io.amorsize.jmh.report;

import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.StudentQuantile;
import io.amorsize.unit.Better;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SideSummary;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** The numbers of a compared row as people read them, the same in every form and locale. */
public final class RowNumbers {

  private static final double CONFIDENCE = 0.95;
  private static final double MILLION = 1e6;
  private static final String SUFFIXES = "MGTP";

  /** From here on a percentage says less than a factor. */
  private static final double FACTORS = 10;

  /** Beyond the last suffix, rounding included. */
  private static final double TOO_LARGE = 9.99e17;

  private RowNumbers() {}

  /** A value with four significant digits or all digits before the point, without a unit. */
  public static String value(double value) {
    return value(value, 4);
  }

  /** The same with three significant digits, for tables that are looked at. */
  public static String rounded(double value) {
    return value(value, 3);
  }

  private static String value(double value, int digits) {
    double magnitude = Math.abs(value);
    if (magnitude >= TOO_LARGE || (magnitude < 1e-3 && magnitude > 0)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    if (magnitude >= 999_999.5) {
      return millions(value, digits);
    }
    int decimals = magnitude == 0 ? 0 : digits - 1 - (int) Math.floor(Math.log10(magnitude));
    return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", value);
  }

  private static String millions(double value, int digits) {
    double scaled = value / MILLION;
    int suffix = 0;
    while (Math.abs(scaled) >= 999.95) {
      scaled /= 1000;
      suffix++;
    }
    int decimals = digits - 1 - (int) Math.floor(Math.log10(Math.abs(scaled)));
    return String.format(
            Locale.ROOT, "%." + Math.max(0, Math.min(digits - 1, decimals)) + "f", scaled)
        + SUFFIXES.charAt(suffix);
  }

  /**
   * Half of the width of the 95 % interval of a side's mean, in percent: {@code 100 (exp(t s /
   * sqrt(n)) - 1)} with the sd s of the logs of n fork means and the quantile t for n - 1. Empty
   * with fewer than 2 forks, or where costs have no logs.
   */
  static OptionalDouble spreadPercent(SideSummary side, Better better) {
    ForkCosts costs =
        ForkCosts.of(
            side.measurements().forks().stream()
                .map(fork -> fork.stream().map(x -> better == Better.HIGHER ? 1 / x : x).toArray())
                .toArray(double[][]::new));
    int forks = costs.forks();
    if (forks < 2 || !costs.arePositive()) {
      return OptionalDouble.empty();
    }
    double quantile = StudentQuantile.of(forks - 1, (1 - CONFIDENCE) / 2);
    double half = quantile * new StandardDeviation().evaluate(costs.logMeans()) / Math.sqrt(forks);
    return OptionalDouble.of(100 * Math.expm1(half));
  }

  /** A side: its center and its spread, for example {@code 12.34 ±0.4%}. */
  public static String side(SideSummary side, Better better) {
    if (side.center().isEmpty()) {
      return "-" + " ".repeat(6);
    }
    OptionalDouble spread = spreadPercent(side, better);
    return value(side.center().getAsDouble())
        + String.format(Locale.ROOT, " %-5s", spread.isEmpty() ? "" : spread(spread.getAsDouble()));
  }

  private static String spread(double percent) {
    return percent >= 999.5
        ? ">999%"
        : String.format(Locale.ROOT, percent < 9.95 ? "±%.1f%%" : "±%.0f%%", percent);
  }

  /** A change of cost without a blank, for example {@code +10.2%}; above 10 times a factor. */
  static String change(double slowdown) {
    double percent = 100 * (slowdown - 1);
    if (slowdown >= FACTORS) {
      return "x" + rounded(slowdown);
    }
    if (Math.abs(percent) < 0.05) {
      return "0.0%";
    }
    return String.format(Locale.ROOT, percent < 99.95 ? "%+.1f%%" : "%+.0f%%", percent);
  }

  /** The change of a row's cost, or the difference where no ratio was tested. */
  public static String change(RowComparison row) {
    OptionalDouble slowdown = row.change().slowdown();
    return slowdown.isEmpty() || row.change().p().isEmpty()
        ? difference(row)
        : change(slowdown.getAsDouble());
  }

  /** A change of cost in a sentence, for example {@code +10.2 %}. */
  public static String changeInWords(double slowdown) {
    String change = change(slowdown);
    return change.endsWith("%") ? change.replace("%", " %") : change;
  }

  /** What was called without a ratio: the difference in the row's unit. */
  static String difference(RowComparison row) {
    if (row.base().center().isEmpty() || row.current().center().isEmpty()) {
      return "";
    }
    double difference = row.current().center().getAsDouble() - row.base().center().getAsDouble();
    return (difference > 0 ? "+" : "") + value(difference) + " " + row.unit().symbol();
  }

  /** Forks a side: {@code n=5}, or {@code n=5+3} where they differ. */
  static String forks(RowComparison row) {
    int base = row.base().forks();
    int current = row.current().forks();
    return "n=" + base + (base == current ? "" : "+" + current);
  }

  /** A probability, for example {@code p=0.012} or {@code p<0.001}. */
  public static String probability(String name, double value) {
    String text = Numbers.probability(OptionalDouble.of(value));
    return name + (text.startsWith("<") ? text : "=" + text);
  }

  /** Probability and forks: {@code (p<0.001 n=5)}, {@code (n=1)} where there was no test. */
  static String test(RowComparison row) {
    OptionalDouble p = row.change().p();
    return p.isEmpty()
        ? "(" + forks(row) + ")"
        : "(" + probability("p", p.getAsDouble()) + " " + forks(row) + ")";
  }

  /** A share in percent without needless decimals, for example {@code 5 %} or {@code 1.5 %}. */
  public static String share(double share) {
    double percent = 100 * share;
    boolean whole = Math.abs(percent - Math.rint(percent)) < 0.05;
    return String.format(Locale.ROOT, whole ? "%.0f %%" : "%.1f %%", percent);
  }

  /** Geometric mean; empty where a value is not positive or there is none. */
  static OptionalDouble geometricMean(double[] values) {
    return Arrays.stream(values).allMatch(value -> value > 0)
        ? Arrays.stream(values).map(Math::log).average().stream().map(Math::exp).findFirst()
        : OptionalDouble.empty();
  }
}
