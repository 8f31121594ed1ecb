package io.amorsize.ruler;

/**
 * How fast fixed, pure CPU work ran on one thread and on several at one moment.
 *
 * @param threads threads used, at least 1
 * @param singleNanos time of one unit of work on one thread, in nanoseconds
 * @param parallelism work done by all threads together, in units of what one thread does in the
 *     same time: {@code threads} on a host that gave every thread a core, 1 where they shared one
 */
public record RulerReading(int threads, double singleNanos, double parallelism) {

  /** Checks the ranges. */
  public RulerReading {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, is " + threads);
    }
    if (!(singleNanos > 0) || Double.isInfinite(singleNanos)) {
      throw new IllegalArgumentException("singleNanos must be positive, is " + singleNanos);
    }
    if (!(parallelism > 0) || Double.isInfinite(parallelism)) {
      throw new IllegalArgumentException("parallelism must be positive, is " + parallelism);
    }
  }

  /** Share of the cores asked for that the host gave, 0 to about 1. */
  public double coreShare() {
    return parallelism / threads;
  }
}
