package io.amorsize.jmh.page;

import java.util.stream.DoubleStream;

/**
 * A scale in whole steps between the smallest and the largest of some scores: short to write, and
 * finer than a screen.
 *
 * @param low the smallest
 * @param high the largest
 */
record Scale(double low, double high) {

  /** The scripts divide by the same number. */
  static final int STEPS = 999;

  /** The scale of scores; from 0 to 1 where there are none. */
  static Scale of(double[] scores) {
    return new Scale(
        DoubleStream.of(scores).min().orElse(0), DoubleStream.of(scores).max().orElse(1));
  }

  /** Where a score lies, 0 to {@value #STEPS}. */
  long step(double score) {
    return Math.round((score - low) / (high > low ? high - low : 1) * STEPS);
  }
}
