package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.List;

/**
 * A metric over time.
 *
 * @param key what is followed
 * @param unit the unit of all points: that of the latest run
 * @param better which way is better
 * @param points at least one, by the time of measuring
 * @param leftOut runs that hold the row but nothing to follow: no usable score, or one in a unit
 *     that measures something else
 */
public record Series(
    SeriesKey key, MetricUnit unit, Better better, List<SeriesPoint> points, int leftOut) {

  /** Copies the points and checks that there is one. */
  public Series {
    requireNonNull(key, "key is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(better, "better is null");
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a series needs at least one point");
    }
  }

  /** The latest point. */
  public SeriesPoint latest() {
    return points.get(points.size() - 1);
  }
}
