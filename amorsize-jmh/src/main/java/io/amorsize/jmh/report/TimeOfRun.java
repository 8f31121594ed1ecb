package io.amorsize.jmh.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of runs as people read them. */
public final class TimeOfRun {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int HOURS_IN_WORDS = 72;

  private TimeOfRun() {}

  /** Day and minute in UTC, for example {@code 2026-01-31 23:59}. */
  public static String of(Instant time) {
    return MINUTES.format(time);
  }

  /** A span in its two largest useful units, for example {@code 5 h 12 min} or {@code 4 days}. */
  public static String span(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < HOURS_IN_WORDS) {
      return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return hours / 24 + " days";
  }
}
