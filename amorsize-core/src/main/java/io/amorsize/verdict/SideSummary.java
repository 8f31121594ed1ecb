package io.amorsize.verdict;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.Measurements;
import java.util.OptionalDouble;

/**
 * One side of a row.
 *
 * @param key what was measured on this side: the row's own key, before a rename and with the plan
 *     that the optimizer chose
 * @param measurements its forks, in the unit of the row; none where the file keeps no usable ones
 * @param center its value in the unit of the row: the geometric mean of the fork means (for
 *     operations per time, of the inverse of their mean cost), else the score that the file states;
 *     empty where there is neither
 */
public record SideSummary(BenchmarkKey key, Measurements measurements, OptionalDouble center) {

  /** Checks that nothing is missing. */
  public SideSummary {
    requireNonNull(key, "key is null");
    requireNonNull(measurements, "measurements is null");
    requireNonNull(center, "center is null");
  }

  /** Number of forks. */
  public int forks() {
    return measurements.forks().size();
  }

  /** Number of iterations of all forks. */
  public int iterations() {
    return measurements.iterations();
  }
}
