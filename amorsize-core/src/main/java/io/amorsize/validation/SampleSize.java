package io.amorsize.validation;

import java.util.List;

/**
 * Finds how many items a round may have, so that the least rounds fit into the time: passes over
 * samples that grow, from two items on, until all items are in or the next would be too long. The
 * passes warm the function up on the way.
 */
final class SampleSize {

  private static final int GROWTH = 4;

  /** A sample that would grow by less than this stays as it is. */
  private static final double LEAST_GROWTH = 1.5;

  private SampleSize() {}

  /** The sample of a round. */
  static <T> ItemSample<T> fitting(
      List<? extends T> items, ValidatorOptions options, RoundClock<T, ?> clock) {
    // A serial and a planned pass in each of the least rounds, and a pair of them to warm up.
    double passNanos = options.timeout().toNanos() / (2.0 * (options.leastRounds() + 1));
    int limit = Math.min(items.size(), options.maxItems());
    int count = Math.min(limit, ValidatorOptions.FEWEST_ITEMS);
    while (true) {
      ItemSample<T> sample = ItemSample.evenly(items, count);
      double fitting = count * passNanos / clock.serialNanos(sample);
      boolean grows = fitting >= Math.min(limit, LEAST_GROWTH * count);
      if (count >= limit || !grows) {
        return sample;
      }
      count = (int) Math.min(limit, Math.min(fitting, (double) GROWTH * count));
    }
  }
}
