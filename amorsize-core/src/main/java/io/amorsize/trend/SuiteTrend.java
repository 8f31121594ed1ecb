package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.SeriesKey;
import io.amorsize.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  private SuiteTrend(List<NightFacts> nights, MachineTypes machines, List<RowTrend> rows) {
    this(
        nights,
        machines,
        rows,
        TrendEvent.of(rows.stream().flatMap(row -> row.changes().stream()).toList()));
  }

  /** Looks at the nights of a suite. */
  public static SuiteTrend of(SuiteNights suite) {
    MachineTypes machines = MachineTypes.of(suite);
    List<RowAnalysis> analyses =
        suite.rows().parallelStream()
            .map(row -> new RowAnalysis(row, suite.nights(), machines))
            .toList();
    Set<Integer> sure =
        analyses.stream()
            .flatMap(analysis -> analysis.sureNights().stream())
            .collect(Collectors.toSet());
    return new SuiteTrend(
        suite.nights(), machines, analyses.stream().map(analysis -> analysis.trend(sure)).toList());
  }

  /**
   * The same where changes that were agreed on are marked as such.
   *
   * @param policy what was agreed on
   * @param today on which day it must not have ended
   */
  public SuiteTrend accepting(Policy policy, LocalDate today) {
    AcceptedChanges accepted = new AcceptedChanges(policy, today, nights);
    return new SuiteTrend(nights, machines, rows.stream().map(accepted::in).toList());
  }

  /** The same of some series alone; their machines are still told from all. */
  public SuiteTrend only(Predicate<SeriesKey> wanted) {
    return new SuiteTrend(
        nights, machines, rows.stream().filter(row -> wanted.test(row.key())).toList());
  }

  /** Where nights are missing. */
  public List<NightGap> gaps() {
    return NightGap.of(nights);
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
