package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison: rows, perhaps from several files.
 *
 * @param label what the user called it
 * @param rows its rows in the order of the files; one key may come more than once
 * @param environment where it was measured, where that is known
 * @param notes what reading met that a user should know, a sentence each
 */
public record BenchmarkRun(
    String label,
    List<BenchmarkRow> rows,
    Optional<RunEnvironment> environment,
    List<String> notes) {

  /** Copies the lists. */
  public BenchmarkRun {
    requireNonNull(label, "label is null");
    requireNonNull(environment, "environment is null");
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The same rows, known to come from an environment. */
  public BenchmarkRun measuredIn(RunEnvironment where) {
    return new BenchmarkRun(label, rows, Optional.of(where), notes);
  }

  /** Several files as one side: rows of one key become further forks of one row. */
  public static BenchmarkRun join(String label, List<BenchmarkRun> runs) {
    List<BenchmarkRow> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (BenchmarkRun run : runs) {
      rows.addAll(run.rows());
      notes.addAll(run.notes());
    }
    Optional<RunEnvironment> environment =
        runs.stream().map(BenchmarkRun::environment).flatMap(Optional::stream).findFirst();
    return new BenchmarkRun(label, rows, environment, notes);
  }
}
