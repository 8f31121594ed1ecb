package io.amorsize.result;

import io.amorsize.unit.MetricUnit;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of an iteration.
 *
 * @param text in JMH's words: {@code 1 s}, {@code 100 ms}, {@code single-shot}
 */
public record IterationTime(String text) {

  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,18})\\s+([a-z]+)");
  private static final double ROUNDING = 1e-9;

  /** Whether it is as long; {@code 1 s} is as long as {@code 1000 ms}. */
  public boolean isLike(IterationTime other) {
    OptionalDouble mine = seconds();
    OptionalDouble theirs = other.seconds();
    if (mine.isEmpty() || theirs.isEmpty()) {
      return text.equals(other.text);
    }
    return Math.abs(mine.getAsDouble() - theirs.getAsDouble()) <= ROUNDING * mine.getAsDouble();
  }

  /** The length in seconds; empty where it is no time. */
  public OptionalDouble seconds() {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    MetricUnit unit = MetricUnit.parse(matcher.group(2));
    return unit.quantity() == MetricUnit.Quantity.TIME
        ? OptionalDouble.of(Long.parseLong(matcher.group(1)) * unit.inBase())
        : OptionalDouble.empty();
  }
}
