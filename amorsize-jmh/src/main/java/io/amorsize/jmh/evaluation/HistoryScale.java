package io.amorsize.jmh.evaluation;

/**
 * How large a history is made to measure one.
 *
 * @param benchmarks rows of a night, at least 1
 * @param nights at least 1
 * @param forks of a row, at least 1
 * @param iterations of a fork, at least 1
 * @param seed of the numbers
 */
public record HistoryScale(int benchmarks, int nights, int forks, int iterations, long seed) {

  /** Checks the ranges. */
  public HistoryScale {
    if (benchmarks < 1 || nights < 1 || forks < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "benchmarks, nights, forks and iterations must be at least 1, are "
              + benchmarks
              + ", "
              + nights
              + ", "
              + forks
              + " and "
              + iterations);
    }
  }
}
