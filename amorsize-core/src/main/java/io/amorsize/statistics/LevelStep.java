package io.amorsize.statistics;

import static java.util.Objects.requireNonNull;

/**
 * A level that moved.
 *
 * @param shape at once or slowly
 * @param at position of the first value at the new level; of a drift, the one where it shows most
 * @param earliest first position that {@code at} may have; of a drift, the last value before it
 * @param latest last position that {@code at} may have; of a drift, the first value after it
 * @param p probability of so clear a step where the level stayed
 * @param difference new level less old level
 * @param interval its 95 % interval; its ends are infinite where the scatter cannot be told
 */
public record LevelStep(
    Shape shape, int at, int earliest, int latest, double p, double difference, Interval interval) {

  /** How a level moved. */
  public enum Shape {
    /** From one value to the next. */
    STEP,
    /** Over several values. */
    DRIFT
  }

  /** Checks the order of the positions. */
  public LevelStep {
    requireNonNull(shape, "shape is null");
    requireNonNull(interval, "interval is null");
    if (earliest < 0 || at < earliest || latest < at) {
      throw new IllegalArgumentException(
          "need 0 <= earliest <= at <= latest, are " + earliest + ", " + at + " and " + latest);
    }
  }
}
