package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.SeriesKey;
import io.amorsize.statistics.NightSummary;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.List;
import java.util.Optional;

/**
 * How a series went.
 *
 * @param key the series
 * @param unit the unit of its levels
 * @param better which way is better
 * @param summary which of a night's forks stands for it
 * @param noise sd of a night around its level, a share
 * @param nights nights that count
 * @param segments its levels; none where fewer than 8 nights count
 * @param changes where it moved, by time
 * @param suspect a step at its end that is not certain yet
 */
public record RowTrend(
    SeriesKey key,
    MetricUnit unit,
    Better better,
    NightSummary summary,
    double noise,
    int nights,
    List<LevelSegment> segments,
    List<ChangePoint> changes,
    Optional<ChangePoint> suspect) {

  /** Copies the lists. */
  public RowTrend {
    requireNonNull(key, "key is null");
    requireNonNull(summary, "summary is null");
    requireNonNull(suspect, "suspect is null");
    segments = List.copyOf(segments);
    changes = List.copyOf(changes);
  }

  /** Whether enough nights count to look for changes. */
  public boolean isJudged() {
    return !segments.isEmpty();
  }
}
