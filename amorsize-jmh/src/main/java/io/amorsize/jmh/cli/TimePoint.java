package io.amorsize.jmh.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in time on the command line: {@code 2026-01-31}, {@code 2026-01-31T02:30}, {@code
 * 2026-01-31T02:30:00Z}, or how long ago: {@code 14d}, {@code 36h}. Without a zone it is UTC, as
 * everything that is shown.
 */
final class TimePoint {

  private static final List<Function<String, Instant>> FORMS =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private final Function<Instant, Instant> atNow;

  private TimePoint(Function<Instant, Instant> atNow) {
    this.atNow = atNow;
  }

  /** The point, seen from now. */
  Instant at(InstantSource clock) {
    return atNow.apply(clock.instant());
  }

  /** Reads a point in time from a command line. */
  static final class Converter implements ITypeConverter<TimePoint> {
    @Override
    public TimePoint convert(String text) {
      return parse(text);
    }
  }

  static TimePoint parse(String text) {
    String plain = text.strip().replace(' ', 'T');
    for (Function<String, Instant> form : FORMS) {
      try {
        Instant point = form.apply(plain);
        return new TimePoint(now -> point);
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    try {
      Duration ago = new TimeSpan().convert(text);
      return new TimePoint(now -> now.minus(ago));
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time, such as 2026-01-31, 2026-01-31T02:30:00Z or 14d (ago)");
    }
  }
}
