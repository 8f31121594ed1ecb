package io.amorsize.history;

/**
 * How much two sessions of the same code differ in one series.
 *
 * @param sd sd of the log ratio of two sessions, at least 0
 * @param repeats nights beyond the first of each commit and machine that it rests on, at least 1
 */
public record SeriesNoise(double sd, int repeats) {

  /** Checks the ranges. */
  public SeriesNoise {
    if (!(sd >= 0) || Double.isInfinite(sd) || repeats < 1) {
      throw new IllegalArgumentException(
          "sd must be 0 or more and repeats at least 1, are " + sd + " and " + repeats);
    }
  }
}
