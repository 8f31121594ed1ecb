package io.amorsize.warmup;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A warm-up after which nine of ten forks that settle at all have settled; with fewer than ten
 * forks, all of them. A single late fork among many would otherwise set the length for all.
 *
 * @param iterations iterations of the length that was measured, at least 0
 * @param seconds their time; empty where nothing tells how long an iteration lasts
 */
public record WarmupAdvice(int iterations, OptionalDouble seconds) {

  private static final double SHARE = 0.9;

  /** Checks the range. */
  public WarmupAdvice {
    requireNonNull(seconds, "seconds is null");
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must be at least 0, is " + iterations);
    }
  }

  /** The advice that forks give; empty where none settles. */
  static Optional<WarmupAdvice> of(List<ForkWarmup> forks) {
    List<ForkWarmup> steady = forks.stream().filter(ForkWarmup::isSteady).toList();
    if (steady.isEmpty()) {
      return Optional.empty();
    }
    double[] starts =
        steady.stream().mapToDouble(fork -> fork.state().start().getAsInt()).toArray();
    boolean timed = steady.stream().allMatch(fork -> fork.startSeconds().isPresent());
    OptionalDouble seconds =
        timed
            ? OptionalDouble.of(
                quantile(
                    steady.stream()
                        .mapToDouble(fork -> fork.startSeconds().getAsDouble())
                        .toArray()))
            : OptionalDouble.empty();
    return Optional.of(new WarmupAdvice((int) quantile(starts), seconds));
  }

  /** The nearest rank, so that it is one of the values. */
  private static double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(SHARE * sorted.length) - 1];
  }
}
