package io.amorsize.jmh.interleaved;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Iterations of a fork; empty ones leave what JMH's arguments, the benchmark or JMH itself say.
 *
 * @param warmup warm-up iterations, at least 0
 * @param measured measured iterations, at least 1
 * @param time length of each iteration of either kind, at least a nanosecond
 */
public record ForkIterations(OptionalInt warmup, OptionalInt measured, Optional<Duration> time) {

  /** Nothing said: the benchmark's own iterations. */
  public static final ForkIterations OWN =
      new ForkIterations(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /** Checks the ranges. */
  public ForkIterations {
    if (warmup.isPresent() && warmup.getAsInt() < 0) {
      throw new IllegalArgumentException("warmup must be at least 0, is " + warmup.getAsInt());
    }
    if (measured.isPresent() && measured.getAsInt() < 1) {
      throw new IllegalArgumentException("measured must be at least 1, is " + measured.getAsInt());
    }
    if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
      throw new IllegalArgumentException("time must be above 0, is " + time.get());
    }
  }
}
