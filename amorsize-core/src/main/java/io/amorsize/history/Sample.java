package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric of one row of a run, which is what a store keeps.
 *
 * @param key the series that it belongs to
 * @param position place of its row among the rows of the run, from 0; {@link #OF_RESULT} for a
 *     workload
 * @param occurrence how many rows of the same key stand before it in the run; only those with 0 are
 *     followed
 * @param plan the parameters that the optimizer chose, which are no part of the key
 * @param metric what was measured
 * @param settings how it was measured
 */
public record Sample(
    SeriesKey key,
    int position,
    int occurrence,
    SortedMap<String, String> plan,
    Metric metric,
    RowSettings settings) {

  /** The position of what follows from a workload's result and is no row. */
  public static final int OF_RESULT = -1;

  /** Copies the plan; checks the ranges. */
  public Sample {
    requireNonNull(key, "key is null");
    requireNonNull(metric, "metric is null");
    requireNonNull(settings, "settings is null");
    plan = Collections.unmodifiableSortedMap(new TreeMap<>(plan));
    if (position < OF_RESULT || occurrence < 0) {
      throw new IllegalArgumentException(
          "position must be at least -1 and occurrence at least 0, are "
              + position
              + " and "
              + occurrence);
    }
  }

  /** Whether it is a point of its series. */
  boolean isFollowed() {
    return occurrence == 0;
  }
}
