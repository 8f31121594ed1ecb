package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of one row, as a file holds it.
 *
 * @param measurements the forks; none where the file keeps no raw data
 * @param score the score that the file states; empty where it is no finite number
 * @param problem why the raw data cannot be judged, in a few words; empty where it can
 */
public record Metric(Measurements measurements, OptionalDouble score, Optional<String> problem) {

  /** Checks that nothing is missing. */
  public Metric {
    requireNonNull(measurements, "measurements is null");
    requireNonNull(score, "score is null");
    requireNonNull(problem, "problem is null");
  }
}
