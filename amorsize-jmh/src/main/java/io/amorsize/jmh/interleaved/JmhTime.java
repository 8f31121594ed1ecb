package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as JMH's options write them: {@code 100ms}, {@code 1s}, {@code 2} seconds. */
final class JmhTime {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s?(ns|us|ms|s|m|hr|day)?");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ns", ChronoUnit.NANOS,
          "us", ChronoUnit.MICROS,
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "hr", ChronoUnit.HOURS,
          "day", ChronoUnit.DAYS);

  private JmhTime() {}

  static Duration parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      throw new ResultFormatException(
          "'" + text + "' is no time as JMH takes it, such as 100ms or 1s");
    }
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(unit));
  }
}
