package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** The same rows under another name. */
  public BenchmarkRun named(String name) {
    return new BenchmarkRun(name, rows, environment, notes);
  }

  /** The same rows, of whose keys some parameters are no part. */
  public BenchmarkRun withoutParams(Set<String> names) {
    List<BenchmarkRow> shared =
        rows.stream()
            .map(
                row ->
                    new BenchmarkRow(
                        row.key().without(names), row.primary(), row.secondary(), row.settings()))
            .toList();
    return new BenchmarkRun(label, shared, environment, notes);
  }

  /**
   * The same run without the first iterations of each fork of the primary metrics, which is how a
   * run that measured its own warm-up can still be judged.
   *
   * @param count iterations to leave out, at least 0
   * @throws ResultFormatException in one sentence, if a fork would have no iteration left
   * @throws IllegalArgumentException if the count is negative
   */
  public BenchmarkRun withoutFirstIterations(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be at least 0, is " + count);
    }
    try {
      List<BenchmarkRow> shorter =
          rows.stream().map(row -> row.withoutFirstIterations(count)).toList();
      return new BenchmarkRun(label, shorter, environment, notes);
    } catch (ResultFormatException e) {
      throw new ResultFormatException(label + ": " + e.getMessage(), e);
    }
  }

  /**
   * Several files as one side. Rows of one key in different files become further forks of one row,
   * in the first file's unit; where the units measure different things, they stay rows of their
   * own. A key that a file holds more than once stays as many rows: the first are joined with the
   * first, the second with the second.
   */
  public static BenchmarkRun join(String label, List<BenchmarkRun> runs) {
    RunJoin join = new RunJoin();
    runs.forEach(join::add);
    Optional<RunEnvironment> environment =
        runs.stream().map(BenchmarkRun::environment).flatMap(Optional::stream).findFirst();
    return new BenchmarkRun(label, join.rows(), environment, join.notes(label));
  }
}
