package io.amorsize.jmh.evaluation;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What is played.
 *
 * @param data folder of the recorded benchmarks
 * @param seed of the random splits; the same seed gives the same scores
 * @param repetitions suites that are played of each file, at least 1; half as many with other
 *     numbers of forks
 * @param progress hears how far it is
 */
public record EvaluationSettings(
    Path data, long seed, int repetitions, EvaluationProgress progress) {

  /** Enough repetitions for standard errors that the benchmarks alone make up. */
  public static final int FULL = 25;

  /** Just enough to see whether something broke. */
  public static final int QUICK = 2;

  /** Checks the ranges. */
  public EvaluationSettings {
    requireNonNull(data, "data is null");
    requireNonNull(progress, "progress is null");
    if (repetitions < 1) {
      throw new IllegalArgumentException("repetitions must be at least 1, are " + repetitions);
    }
  }
}
