package io.amorsize.optimizer;

/**
 * What a run on the calling thread took.
 *
 * @param items items run, at least 1
 * @param wallNanos wall time, above 0
 * @param itemSdNanos standard deviation of the time of one item, 0 for a single block
 */
public record SerialReading(int items, double wallNanos, double itemSdNanos) {

  /** Checks the ranges. */
  public SerialReading {
    if (items < 1 || !(wallNanos > 0) || !(itemSdNanos >= 0)) {
      throw new IllegalArgumentException(
          "need items >= 1, wallNanos > 0 and itemSdNanos >= 0, are "
              + items
              + ", "
              + wallNanos
              + " and "
              + itemSdNanos);
    }
  }
}
