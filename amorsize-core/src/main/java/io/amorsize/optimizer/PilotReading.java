package io.amorsize.optimizer;

/**
 * What a pilot measured at one number of threads.
 *
 * @param threads threads used, at least 2
 * @param parallelism work done in units of what one thread does in the same time, dispatch apart
 * @param lower the least of the rounds
 * @param upper the most of the rounds
 */
public record PilotReading(int threads, double parallelism, double lower, double upper) {

  /** Checks the ranges. */
  public PilotReading {
    if (threads < 2) {
      throw new IllegalArgumentException("threads must be at least 2, is " + threads);
    }
    if (!(lower > 0 && lower <= parallelism && parallelism <= upper) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "need 0 < lower <= parallelism <= upper, are "
              + lower
              + ", "
              + parallelism
              + " and "
              + upper);
    }
  }
}
