package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a result: a benchmark with its parameters, and everything measured of it.
 *
 * @param key what was measured
 * @param primary the benchmark's own score
 * @param secondary other metrics by name, such as {@code gc.alloc.rate.norm}; names without the
 *     middle dot that JMH put before them up to 1.36
 * @param settings how it was measured
 */
public record BenchmarkRow(
    BenchmarkKey key, Metric primary, SortedMap<String, Metric> secondary, RowSettings settings) {

  /** Copies the metrics. */
  public BenchmarkRow {
    requireNonNull(key, "key is null");
    requireNonNull(primary, "primary is null");
    requireNonNull(settings, "settings is null");
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
  }
}
