package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.BenchmarkRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the same number of pairs of forks of every unit, round after round, whatever they give:
 * for learning how much forks and sessions differ.
 */
public final class EvenSession {

  private final SessionFolder folder;
  private final SessionSpec spec;
  private final UnitRunner runner;
  private final List<UnitState> units = new ArrayList<>();

  /**
   * A session.
   *
   * @param folder takes what is finished
   * @param spec what is measured
   * @param runner runs forks
   */
  public EvenSession(SessionFolder folder, SessionSpec spec, UnitRunner runner) {
    this.folder = folder;
    this.spec = spec;
    this.runner = runner;
  }

  /**
   * Measures. What fails is left out.
   *
   * @param pairs pairs of forks of each unit, at least 1
   * @return whether all of it was measured: not where somebody called {@link UnitRunner#stop()}
   */
  public boolean run(int pairs, SessionListener listener) {
    units.clear();
    for (int i = 0; i < spec.units().size(); i++) {
      units.add(runner.recall(spec.units().get(i), i));
    }
    for (int pair = 0; pair < pairs; pair++) {
      for (UnitState unit : units) {
        if (runner.isStopped() || !add(unit, listener)) {
          return false;
        }
      }
    }
    for (SessionSide side : SessionSide.values()) {
      folder.writeResults(side, rows(side, false), rows(side, true));
    }
    return true;
  }

  private boolean add(UnitState unit, SessionListener listener) {
    if (unit.failure().isPresent()) {
      return true;
    }
    try {
      runner.addPair(unit, spec.seed(), listener);
      return true;
    } catch (BenchmarkFailedException e) {
      if (runner.isStopped()) {
        return false;
      }
      throw e;
    }
  }

  private List<ObjectNode> rows(SessionSide side, boolean withWarmup) {
    return units.stream()
        .filter(unit -> unit.failure().isEmpty())
        .flatMap(unit -> (withWarmup ? unit.fullRows(side) : unit.rows(side)).stream())
        .toList();
  }

  /** The forks of a side; empty where nothing of it was measured. */
  public Optional<BenchmarkRun> side(SessionSide side) {
    return rows(side, false).isEmpty()
        ? Optional.empty()
        : Optional.of(new JmhResultReader().read(folder.results(side)));
  }

  /** What could not be measured and why, a sentence each. */
  public List<String> failures() {
    return units.stream()
        .flatMap(unit -> unit.failure().map(why -> unit.unit().base() + ": " + why).stream())
        .toList();
  }
}
