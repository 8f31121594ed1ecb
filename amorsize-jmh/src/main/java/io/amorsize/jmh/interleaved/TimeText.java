package io.amorsize.jmh.interleaved;

import java.time.Duration;

/** Durations in the largest unit that holds them whole. */
final class TimeText {

  private TimeText() {}

  /** For people: {@code 10 min}, {@code 90 s}, {@code 1500 ms}. */
  static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** For JMH's command line: {@code 100ms}, {@code 1500000ns}. */
  static String jmh(Duration duration) {
    long nanos = duration.toNanos();
    return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + "ms" : nanos + "ns";
  }
}
