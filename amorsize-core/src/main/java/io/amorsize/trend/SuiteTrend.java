package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the series of a suite went.
 *
 * @param nights the nights, by time
 * @param machines what they were measured on
 * @param rows the series, in the order in which they were given
 * @param events confirmed changes of all series, grouped by night
 */
public record SuiteTrend(
    List<NightFacts> nights, MachineTypes machines, List<RowTrend> rows, List<TrendEvent> events) {

  /** Copies the lists. */
  public SuiteTrend {
    requireNonNull(machines, "machines is null");
    nights = List.copyOf(nights);
    rows = List.copyOf(rows);
    events = List.copyOf(events);
  }

  /** Looks at the nights of a suite. */
  public static SuiteTrend of(SuiteNights suite) {
    MachineTypes machines = MachineTypes.of(suite);
    List<RowTrend> rows =
        suite.rows().stream()
            .map(row -> new RowAnalysis(row, suite.nights(), machines).trend())
            .toList();
    List<TrendEvent> events =
        TrendEvent.of(rows.stream().flatMap(row -> row.changes().stream()).toList());
    return new SuiteTrend(suite.nights(), machines, rows, events);
  }

  /** Every confirmed change, by series and time. */
  public List<ChangePoint> changes() {
    return rows.stream().flatMap(row -> row.changes().stream()).toList();
  }

  /** Steps at the ends of series that are not certain yet. */
  public List<ChangePoint> suspects() {
    return rows.stream().map(RowTrend::suspect).flatMap(Optional::stream).toList();
  }

  /**
   * Confirmed changes that were not known before the last night.
   *
   * @param before the same suite without its last night
   */
  public List<ChangePoint> newSince(SuiteTrend before) {
    List<ChangePoint> known = before.changes();
    return changes().stream().filter(change -> known.stream().noneMatch(change::isSameAs)).toList();
  }

  /** Nights of types of machines that came too rarely, which do not count. */
  public List<Integer> leftOut() {
    int[] sizes = machines.sizes();
    return IntStream.range(0, nights.size())
        .filter(night -> sizes[machines.types().get(night)] < MachineTypes.FEWEST_NIGHTS)
        .boxed()
        .toList();
  }
}
