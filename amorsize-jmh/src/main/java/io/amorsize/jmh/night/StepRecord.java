package io.amorsize.jmh.night;

import java.time.Duration;

/**
 * A step of a night that is done.
 *
 * @param word the step's word
 * @param sentence what came of it
 * @param elapsed how long it took
 */
public record StepRecord(String word, String sentence, Duration elapsed) {

  /** Checks the time. */
  public StepRecord {
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("elapsed must be at least 0, is " + elapsed);
    }
  }
}
