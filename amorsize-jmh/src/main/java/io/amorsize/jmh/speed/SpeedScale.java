package io.amorsize.jmh.speed;

import io.amorsize.jmh.evaluation.EvaluationProgress;

/**
 * How much is measured.
 *
 * @param seed of data and orders
 * @param rounds of each race, at least 2, since a single one shows no spread
 * @param megabytes size of the largest file that is read, at least 4
 * @param progress hears how far it is
 */
public record SpeedScale(long seed, int rounds, int megabytes, EvaluationProgress progress) {

  /** Checks the ranges. */
  public SpeedScale {
    if (rounds < 2) {
      throw new IllegalArgumentException("rounds must be at least 2, is " + rounds);
    }
    if (megabytes < 4) {
      throw new IllegalArgumentException("megabytes must be at least 4, is " + megabytes);
    }
  }
}
