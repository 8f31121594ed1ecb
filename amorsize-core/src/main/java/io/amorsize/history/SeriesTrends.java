package io.amorsize.history;

import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.List;

/**
 * How a series stands on each machine that measured it. Holds no iterations, so that all series of
 * a large history fit into memory.
 *
 * @param key what is followed
 * @param unit the unit of all values
 * @param better which way is better
 * @param leftOut runs that hold the row but nothing to follow
 * @param trends one for each machine, the one that was used last first
 */
public record SeriesTrends(
    SeriesKey key, MetricUnit unit, Better better, int leftOut, List<Trend> trends) {

  /** Copies the trends. */
  public SeriesTrends {
    trends = List.copyOf(trends);
  }

  /** How a series stands. */
  public static SeriesTrends of(Series series) {
    return new SeriesTrends(
        series.key(), series.unit(), series.better(), series.leftOut(), Trend.of(series));
  }
}
