package io.amorsize.statistics;

/**
 * An interval estimate.
 *
 * @param lower lower end, may be {@code -Infinity}
 * @param upper upper end, may be {@code Infinity}
 * @param confidence nominal coverage, in (0, 1)
 */
public record Interval(double lower, double upper, double confidence) {

  /** Checks the order of the ends. */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("need lower <= upper, are " + lower + " and " + upper);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1), is " + confidence);
    }
  }

  /** Whether a value lies inside, ends included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
