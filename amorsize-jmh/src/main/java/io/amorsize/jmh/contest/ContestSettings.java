package io.amorsize.jmh.contest;

import io.amorsize.jmh.evaluation.EvaluationProgress;
import java.time.Duration;
import java.util.Optional;

/**
 * What a contest measures.
 *
 * @param seed seed of data, sizes and orders
 * @param race time of each of a workload's two races, the grid's and the final one
 * @param coldPairs pairs of fresh JVMs, a loop in one and {@code map} in the other; 0 for none
 * @param workload the only workload, if it is to be one
 * @param progress hears how far it is
 */
public record ContestSettings(
    long seed,
    Duration race,
    int coldPairs,
    Optional<String> workload,
    EvaluationProgress progress) {

  /** Checks the ranges. */
  public ContestSettings {
    if (race.isNegative() || race.isZero()) {
      throw new IllegalArgumentException("race must be positive, is " + race);
    }
    if (coldPairs < 0) {
      throw new IllegalArgumentException("coldPairs must not be negative, is " + coldPairs);
    }
  }
}
