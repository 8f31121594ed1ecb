package io.amorsize.warmup;

import io.amorsize.statistics.Segment;

/**
 * A stretch of iterations that run at one level.
 *
 * @param stretch which iterations
 * @param mean their mean score, in the row's unit
 */
public record Level(Segment stretch, double mean) {

  static Level of(Segment stretch, double[] scores) {
    double sum = 0;
    for (int i = stretch.from(); i <= stretch.to(); i++) {
      sum += scores[i];
    }
    return new Level(stretch, sum / stretch.length());
  }
}
