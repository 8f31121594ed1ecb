package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.SeriesKey;
import io.amorsize.statistics.NightSummary;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How a series went.
 *
 * @param key the series
 * @param unit the unit of its levels
 * @param better which way is better
 * @param summary which of a night's forks stands for it
 * @param noise sd of a night around its level, a share
 * @param scores what the nights that have the row measured, by time
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
    List<NightScore> scores,
    List<LevelSegment> segments,
    List<ChangePoint> changes,
    Optional<ChangePoint> suspect) {

  /** Copies the lists. */
  public RowTrend {
    requireNonNull(key, "key is null");
    requireNonNull(summary, "summary is null");
    requireNonNull(suspect, "suspect is null");
    scores = List.copyOf(scores);
    segments = List.copyOf(segments);
    changes = List.copyOf(changes);
  }

  /** Whether enough nights count to look for changes. */
  public boolean isJudged() {
    return !segments.isEmpty();
  }

  /** Nights that count. */
  public int nights() {
    return (int) scores.stream().filter(NightScore::counts).count();
  }

  /** Where it stands: its last level, else the middle of its nights; empty where none counts. */
  public OptionalDouble level() {
    if (isJudged()) {
      return OptionalDouble.of(segments.get(segments.size() - 1).level());
    }
    double[] counting =
        scores.stream().map(NightScore::adjusted).flatMapToDouble(OptionalDouble::stream).toArray();
    return counting.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(counting));
  }

  /** The last change, if there is one. */
  public Optional<ChangePoint> lastChange() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
  }

  /** The same with its changes, the suspect last, replaced by others. */
  RowTrend with(UnaryOperator<List<ChangePoint>> replacement) {
    List<ChangePoint> all = new ArrayList<>(changes);
    suspect.ifPresent(all::add);
    List<ChangePoint> replaced = replacement.apply(all);
    return new RowTrend(
        key,
        unit,
        better,
        summary,
        noise,
        scores,
        segments,
        replaced.subList(0, changes.size()),
        suspect.map(unused -> replaced.get(changes.size())));
  }
}
