package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.interleaved.SessionOutcome.Ending;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Measures two sides fork by fork: round after round every open unit gets one more fork of each
 * side, in random order, until its rows are decided. What is finished stands in the folder, so a
 * session that was killed goes on and decides as it would have.
 */
public final class PairedSession {

  private final SessionFolder folder;
  private final SessionSpec spec;
  private final UnitRunner runner;
  private final SessionLimits limits;
  private final LongSupplier nanoTime;
  private final List<UnitState> units = new ArrayList<>();

  /**
   * A session.
   *
   * @param folder holds what is finished
   * @param spec what is measured
   * @param runner runs forks
   * @param limits when it ends
   * @param nanoTime a clock
   */
  public PairedSession(
      SessionFolder folder,
      SessionSpec spec,
      UnitRunner runner,
      SessionLimits limits,
      LongSupplier nanoTime) {
    this.folder = folder;
    this.spec = spec;
    this.runner = runner;
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** Judges the two sides as far as they are measured. */
  public interface Judge {
    /** What the forks so far say. */
    Comparison judge(BenchmarkRun base, BenchmarkRun candidate);
  }

  /**
   * Measures until all is decided, the time is used up, or somebody calls {@link
   * UnitRunner#stop()}.
   */
  public SessionOutcome run(Judge judge, SessionListener listener) {
    long start = nanoTime.getAsLong();
    units.clear();
    for (int i = 0; i < spec.units().size(); i++) {
      units.add(runner.recall(spec.units().get(i), i));
    }
    Ending ending = Ending.COMPLETE;
    listener.expecting(2 * units.size() * limits.design().mostPairs());
    Comparison comparison = look(judge);
    List<UnitState> open = measurable(units);
    while (ending == Ending.COMPLETE && !open.isEmpty()) {
      ending = round(open, start, listener);
      comparison = look(judge);
      listener.looked(comparison);
      open = measurable(open(comparison));
    }
    boolean undecided = ending == Ending.STOPPED || !open.isEmpty();
    return outcome(comparison, undecided ? ending : Ending.COMPLETE);
  }

  private List<UnitState> measurable(List<UnitState> open) {
    return open.stream()
        .filter(unit -> unit.failure().isEmpty())
        .filter(unit -> unit.pairs() < limits.design().mostPairs())
        .toList();
  }

  private Ending round(List<UnitState> open, long start, SessionListener listener) {
    for (UnitState unit : open) {
      if (isOutOfTime(unit, start)) {
        return Ending.OUT_OF_TIME;
      }
      try {
        runner.addPair(unit, spec.seed(), listener);
      } catch (BenchmarkFailedException e) {
        if (runner.isStopped()) {
          return Ending.STOPPED;
        }
        throw e;
      }
      if (runner.isStopped()) {
        return Ending.STOPPED;
      }
    }
    return Ending.COMPLETE;
  }

  private boolean isOutOfTime(UnitState unit, long start) {
    if (limits.budget().isEmpty() || runner.hasNextPair(unit)) {
      return false;
    }
    Duration used = Duration.ofNanos(nanoTime.getAsLong() - start);
    Duration next = unit.meanPair().orElse(Duration.ZERO);
    return used.plus(next).compareTo(limits.budget().get()) > 0;
  }

  /** Writes both sides and judges them. */
  private Comparison look(Judge judge) {
    return judge
        .judge(side(SessionSide.BASE), side(SessionSide.CANDIDATE))
        .withUnmeasured(BenchmarkUnit.keys(spec.missing()), BenchmarkUnit.keys(spec.added()));
  }

  private BenchmarkRun side(SessionSide side) {
    List<ObjectNode> rows = new ArrayList<>();
    List<ObjectNode> full = new ArrayList<>();
    for (UnitState unit : units) {
      rows.addAll(unit.rows(side));
      full.addAll(unit.fullRows(side));
    }
    folder.writeResults(side, rows, full);
    return rows.isEmpty()
        ? new BenchmarkRun(spec.side(side).label(), List.of(), Optional.empty(), List.of())
        : folder.measured(side, spec);
  }

  /** The units of rows that are still open. */
  private List<UnitState> open(Comparison comparison) {
    List<BenchmarkKey> keys = comparison.open().stream().map(RowComparison::key).toList();
    return units.stream()
        .filter(unit -> keys.stream().anyMatch(key -> isRowOf(unit, key)))
        .toList();
  }

  /** A row's key holds the parameters of its unit, or those that both sides share. */
  private static boolean isRowOf(UnitState unit, BenchmarkKey key) {
    BenchmarkUnit measured = unit.unit().base();
    boolean named =
        measured.benchmark().equals(key.benchmark())
            || unit.unit().candidate().benchmark().equals(key.benchmark());
    return named && measured.params().entrySet().containsAll(key.params().entrySet());
  }

  private SessionOutcome outcome(Comparison comparison, Ending ending) {
    List<SessionOutcome.Failure> failures =
        units.stream()
            .flatMap(
                unit ->
                    unit.failure().stream()
                        .map(why -> new SessionOutcome.Failure(unit.unit(), why)))
            .toList();
    List<PairedUnit> notBegun =
        units.stream()
            .filter(unit -> unit.pairs() == 0 && unit.failure().isEmpty())
            .map(UnitState::unit)
            .toList();
    return new SessionOutcome(
        comparison,
        side(SessionSide.BASE),
        side(SessionSide.CANDIDATE),
        failures,
        notBegun,
        units.stream().flatMap(unit -> unit.warmup().stream()).toList(),
        ending,
        SessionCost.of(units));
  }
}
