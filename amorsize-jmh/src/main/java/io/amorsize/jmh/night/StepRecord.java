package io.amorsize.jmh.night;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** The record for programs; its time in seconds. */
  Map<String, Object> plain() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", word);
    json.put("sentence", sentence);
    json.put("seconds", elapsed.toMillis() / 1000.0);
    return json;
  }
}
