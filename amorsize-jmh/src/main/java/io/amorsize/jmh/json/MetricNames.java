package io.amorsize.jmh.json;

import java.util.regex.Pattern;

/** How JMH names secondary metrics. */
final class MetricNames {

  /**
   * The middle dot that JMH up to 1.36 puts before a profiler's metric, and what is left of it
   * where it went through another character set: UTF-8 read as Windows-1252 once and twice, UTF-8
   * read as code page 437, and what replaces a character that cannot be written.
   */
  private static final String DOT = "(?:·|Â·|Ã‚Â·|┬╖|\\?|\\uFFFD)";

  private static final Pattern LEADING_DOTS = Pattern.compile("^" + DOT + "+");
  private static final Pattern PERCENTILE = Pattern.compile("(?:.*(?:" + DOT + "|:))?p[01]\\.\\d+");

  /** What a profiler gives as its unit that prints text instead of a number. */
  private static final String NO_UNIT = "---";

  private MetricNames() {}

  /** The name as JMH from 1.37 on writes it. */
  static String plain(String name) {
    String plain = LEADING_DOTS.matcher(name).replaceFirst("");
    return plain.isEmpty() ? name : plain;
  }

  /** Whether it is a percentile of a row in sample mode and not a metric of its own. */
  static boolean isPercentile(String name) {
    return PERCENTILE.matcher(name).matches();
  }

  /** Whether a profiler that prints text gave it. */
  static boolean isText(String unit) {
    return unit.equals(NO_UNIT);
  }
}
