package io.amorsize.warmup;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.unit.MetricUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The warm-up of one row.
 *
 * @param key what was measured
 * @param unit of its scores
 * @param chosen iterations that are left out as warm-up, at least 0
 * @param obstacle why nothing can be said, in a few words; empty where something can
 * @param forks its forks in the order in which they ran; none where there is an obstacle
 */
public record RowWarmup(
    BenchmarkKey key,
    MetricUnit unit,
    int chosen,
    Optional<String> obstacle,
    List<ForkWarmup> forks) {

  /** Copies the list. */
  public RowWarmup {
    requireNonNull(key, "key is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(obstacle, "obstacle is null");
    forks = List.copyOf(forks);
    if (chosen < 0) {
      throw new IllegalArgumentException("chosen must be at least 0, is " + chosen);
    }
  }

  /**
   * Looks at a row.
   *
   * @param row whose forks hold every iteration from the start of the JVM on
   * @param chosen iterations that are left out as warm-up, at least 0
   */
  public static RowWarmup of(BenchmarkRow row, int chosen) {
    List<Fork> forks = row.primary().measurements().forks();
    Optional<String> obstacle =
        row.primary().problem().or(() -> forks.isEmpty() ? Optional.of("no raw data") : zero(row));
    List<double[]> costs = row.primary().measurements().forkCosts();
    IterationClock clock = IterationClock.of(row);
    List<ForkWarmup> found =
        obstacle.isPresent()
            ? List.of()
            : IntStream.range(0, forks.size())
                .mapToObj(i -> ForkWarmup.of(forks.get(i).toArray(), costs.get(i), clock, chosen))
                .toList();
    return new RowWarmup(row.key(), row.primary().unit(), chosen, obstacle, found);
  }

  private static Optional<String> zero(BenchmarkRow row) {
    boolean positive =
        row.primary().measurements().forkCosts().stream()
            .flatMapToDouble(Arrays::stream)
            .allMatch(cost -> cost > 0 && Double.isFinite(cost));
    return positive ? Optional.empty() : Optional.of("scores that are zero or negative");
  }

  /** Number of forks that settle. */
  public int steadyForks() {
    return (int) forks.stream().filter(ForkWarmup::isSteady).count();
  }

  /** Whether every fork has too few iterations to tell. */
  public boolean isTooShort() {
    return !forks.isEmpty() && forks.stream().allMatch(ForkWarmup::isTooShort);
  }

  /** How far the chosen warm-up moved the mean cost, over the forks that settle, as a share. */
  public OptionalDouble bias() {
    return forks.stream()
        .map(ForkWarmup::bias)
        .flatMapToDouble(OptionalDouble::stream)
        .map(Math::log1p)
        .average()
        .stream()
        .map(Math::expm1)
        .findFirst();
  }

  /** A warm-up to choose; empty where no fork settles. */
  public Optional<WarmupAdvice> advice() {
    return WarmupAdvice.of(forks);
  }
}
