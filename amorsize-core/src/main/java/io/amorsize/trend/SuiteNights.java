package io.amorsize.trend;

import io.amorsize.history.Series;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesPoint;
import io.amorsize.statistics.ForkCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nights of a suite: what is known of them, and what each row measured.
 *
 * @param nights in the order of time
 * @param rows each with a value for each night, or none
 */
public record SuiteNights(List<NightFacts> nights, List<RowNights> rows) {

  /** Copies the lists; checks the lengths. */
  public SuiteNights {
    nights = List.copyOf(nights);
    rows = List.copyOf(rows);
    for (RowNights row : rows) {
      if (row.logCosts().length != nights.size()) {
        throw new IllegalArgumentException(
            "a row needs a place for each of "
                + nights.size()
                + " nights, has "
                + row.logCosts().length);
      }
    }
  }

  /** Takes series one after the other, so that only numbers are kept of them. */
  public static final class Collector {

    private final Map<String, NightFacts> nights = new HashMap<>();
    private final List<Collected> collected = new ArrayList<>();
    private final Map<SeriesKey, Integer> leftOut = new HashMap<>();

    private record Collected(Series shell, Map<String, double[]> logCosts) {}

    /** Adds a series; a night whose scores are not all above 0 does not count. */
    public void add(Series series) {
      Map<String, double[]> logCosts = new HashMap<>();
      leftOut.put(series.key(), series.leftOut());
      for (SeriesPoint point : series.points()) {
        String run = point.run().hash();
        nights.computeIfAbsent(run, unused -> NightFacts.of(point));
        ForkCosts costs = point.costs();
        if (costs.arePositive()) {
          logCosts.put(run, costs.logMeans());
        } else {
          leftOut.merge(series.key(), 1, Integer::sum);
        }
      }
      Series shell =
          new Series(
              series.key(),
              series.unit(),
              series.better(),
              List.of(series.latest()),
              series.leftOut());
      collected.add(new Collected(shell, logCosts));
    }

    /** Values of each series that say nothing: unusable, of another unit, or not above 0. */
    public Map<SeriesKey, Integer> leftOut() {
      return Map.copyOf(leftOut);
    }

    /** The nights of all series so far. */
    public SuiteNights suite() {
      List<NightFacts> ordered =
          nights.values().stream()
              .sorted(Comparator.comparing(NightFacts::time).thenComparing(NightFacts::run))
              .toList();
      List<RowNights> rows = new ArrayList<>();
      for (Collected each : collected) {
        double[][] logCosts = new double[ordered.size()][];
        Arrays.setAll(
            logCosts, night -> each.logCosts.getOrDefault(ordered.get(night).run(), new double[0]));
        rows.add(new RowNights(each.shell.key(), each.shell.unit(), each.shell.better(), logCosts));
      }
      return new SuiteNights(ordered, rows);
    }
  }

  /** The first so many nights. */
  public SuiteNights first(int count) {
    return new SuiteNights(
        nights.subList(0, count),
        rows.stream()
            .map(
                row ->
                    new RowNights(
                        row.key(), row.unit(), row.better(), Arrays.copyOf(row.logCosts(), count)))
            .toList());
  }
}
