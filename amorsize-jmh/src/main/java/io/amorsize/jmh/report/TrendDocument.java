package io.amorsize.jmh.report;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.SeriesKey;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.RowTrend;
import io.amorsize.trend.SuiteTrend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a trend says, before it has a form: {@link TrendReport}, {@link TrendJson} and
 * {@link TrendCsv} only write it down.
 *
 * @param history what the history is called
 * @param trend the series that are shown
 * @param runs the run of each of its nights
 * @param noise what was learned of how much sessions differ
 * @param leftOut values of each series that say nothing
 */
public record TrendDocument(
    String history,
    SuiteTrend trend,
    List<RecordedRun> runs,
    LearnedNoise noise,
    Map<SeriesKey, Integer> leftOut) {

  /** Copies the collections; checks that each night has its run. */
  public TrendDocument {
    requireNonNull(history, "history is null");
    requireNonNull(noise, "noise is null");
    runs = List.copyOf(runs);
    leftOut = Map.copyOf(leftOut);
    if (runs.size() != trend.nights().size()) {
      throw new IllegalArgumentException(
          "need a run for each of " + trend.nights().size() + " nights, have " + runs.size());
    }
  }

  /**
   * A document.
   *
   * @param runs all runs of the nights, in any order
   */
  public static TrendDocument of(
      String history,
      SuiteTrend trend,
      Collection<RecordedRun> runs,
      LearnedNoise noise,
      Map<SeriesKey, Integer> leftOut) {
    Map<String, RecordedRun> byHash = new HashMap<>();
    runs.forEach(run -> byHash.put(run.hash(), run));
    List<RecordedRun> ordered = new ArrayList<>();
    trend.nights().forEach(night -> ordered.add(byHash.get(night.run())));
    return new TrendDocument(history, trend, ordered, noise, leftOut);
  }

  /** What is known of a night. */
  public NightFacts night(int position) {
    return trend.nights().get(position);
  }

  /** The type of machine of a night. */
  public String machine(int night) {
    return trend.machines().names().get(trend.machines().types().get(night));
  }

  /** The series of a change. */
  RowTrend row(ChangePoint change) {
    return trend.rows().stream()
        .filter(row -> row.key().equals(change.key()))
        .findFirst()
        .orElseThrow();
  }

  /** Values of a series that say nothing. */
  int leftOut(SeriesKey key) {
    return leftOut.getOrDefault(key, 0);
  }

  /** The last night of a series, if it is not the last of all. */
  Optional<Integer> endedAt(RowTrend row) {
    int last = row.scores().isEmpty() ? -1 : row.scores().get(row.scores().size() - 1).night();
    return last >= 0 && last < runs.size() - 1 ? Optional.of(last) : Optional.empty();
  }
}
