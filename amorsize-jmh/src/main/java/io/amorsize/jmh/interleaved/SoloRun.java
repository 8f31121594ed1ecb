package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one side fork by fork: round after round every unit gets one more fork, so that the
 * forks of a row are spread over the run. What is finished stands in the folder, so that a run that
 * was killed goes on where it was.
 */
public final class SoloRun {

  private final SessionSpec spec;
  private final UnitRunner runner;
  private final int forks;

  /**
   * A run.
   *
   * @param spec what is measured, of {@link SessionSides#listOne}
   * @param runner runs forks
   * @param forks forks of each unit, at least 1
   */
  public SoloRun(SessionSpec spec, UnitRunner runner, int forks) {
    if (forks < 1) {
      throw new IllegalArgumentException("forks must be at least 1, is " + forks);
    }
    this.spec = spec;
    this.runner = runner;
    this.forks = forks;
  }

  /**
   * What was measured.
   *
   * @param rows rows of JMH's result JSON with all forks
   * @param fullRows the same with the warm-up in front
   * @param forks number of forks that ended well
   * @param failures why units could not be measured, a sentence each
   * @param elapsed time that the forks and their pilots took
   */
  public record Outcome(
      List<ObjectNode> rows,
      List<ObjectNode> fullRows,
      int forks,
      List<String> failures,
      Duration elapsed) {

    /** Copies the lists. */
    public Outcome {
      rows = List.copyOf(rows);
      fullRows = List.copyOf(fullRows);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Measures all units.
   *
   * @throws io.amorsize.jmh.runner.BenchmarkFailedException if it was stopped
   */
  public Outcome run(SessionListener listener) {
    List<UnitState> units = new ArrayList<>();
    for (int i = 0; i < spec.units().size(); i++) {
      units.add(runner.recall(spec.units().get(i), i));
    }
    listener.expecting(units.size() * forks);
    for (int round = 0; round < forks; round++) {
      for (UnitState unit : units) {
        if (unit.failure().isEmpty()) {
          runner.addFork(unit, listener);
        }
      }
    }
    return outcome(units);
  }

  private static Outcome outcome(List<UnitState> units) {
    List<ObjectNode> rows = new ArrayList<>();
    List<ObjectNode> full = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int measured = 0;
    Duration elapsed = Duration.ZERO;
    for (UnitState unit : units) {
      rows.addAll(unit.rows(SessionSide.BASE));
      full.addAll(unit.fullRows(SessionSide.BASE));
      unit.failure().ifPresent(failures::add);
      measured += unit.pairs();
      elapsed = elapsed.plus(unit.elapsed());
    }
    return new Outcome(rows, full, measured, failures, elapsed);
  }
}
