package io.amorsize.jmh.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line: {@code 90s}, {@code 20m}, {@code 1h30m}, {@code 14d}. */
final class TimeSpan implements ITypeConverter<Duration> {

  private static final Pattern TEXT =
      Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m(?:in)?)?(?:(\\d{1,8})s)?");

  @Override
  public Duration convert(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT).replace(" ", ""));
    Duration time =
        matcher.matches()
            ? Duration.ofDays(number(matcher.group(1)))
                .plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3)))
                .plusSeconds(number(matcher.group(4)))
            : Duration.ZERO;
    if (time.isZero()) {
      throw new TypeConversionException(
          "'" + text + "' is no time above 0, such as 90s, 20m or 1h30m");
    }
    return time;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
