package io.amorsize.result;

import io.amorsize.ruler.RulerReading;

/**
 * A speedup that was predicted beside a pair of forks.
 *
 * @param speedup predicted speedup of the measured plan
 * @param ruler what the host gave when the prediction was made
 */
public record Prediction(double speedup, RulerReading ruler) {

  /** Checks the range. */
  public Prediction {
    if (!(speedup > 0) || Double.isInfinite(speedup)) {
      throw new IllegalArgumentException("speedup must be positive and finite, is " + speedup);
    }
  }
}
