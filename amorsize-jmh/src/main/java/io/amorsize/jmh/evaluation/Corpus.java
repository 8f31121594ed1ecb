package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Recorded benchmarks of unchanged code.
 *
 * @param name the file, in words
 * @param rows its rows, each of another key, with at least {@value #FORKS} forks
 * @param thorough whether other numbers of forks and small suites are played too
 */
record Corpus(String name, List<BenchmarkRow> rows, boolean thorough) {

  /** Forks that a row is dealt out from. */
  static final int FORKS = 10;

  /** Copies the rows. */
  Corpus {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file of the folder that is evaluated.
   *
   * @param name the file, in words
   * @param file its name, without its ending
   * @param reader reads JMH results
   * @throws ResultFormatException if the file is missing or not fit for this
   */
  static Corpus read(
      EvaluationSettings settings, String name, String file, Function<Path, BenchmarkRun> reader) {
    settings.progress().done(0, "reading " + file);
    return read(name, settings.data().resolve("steady").resolve(file + ".json.gz"), reader);
  }

  /**
   * Reads a file.
   *
   * @param name the file, in words
   * @param file a JMH result
   * @param reader reads JMH results
   * @throws ResultFormatException if the file is missing or not fit for this
   */
  static Corpus read(String name, Path file, Function<Path, BenchmarkRun> reader) {
    if (!Files.isRegularFile(file)) {
      throw new ResultFormatException(
          file + " is not there; name the folder that holds it (its steady/ and jmh-json/)");
    }
    List<BenchmarkRow> rows = reader.apply(file).rows();
    Set<BenchmarkKey> keys = new HashSet<>();
    for (BenchmarkRow row : rows) {
      int forks = RowForks.of(row).size();
      if (forks < FORKS || !keys.add(row.key())) {
        throw new ResultFormatException(
            file
                + ": "
                + row.key().benchmark()
                + " has "
                + forks
                + " forks or comes twice; the evaluation needs "
                + FORKS
                + " forks of rows that come once");
      }
    }
    return new Corpus(name, rows, true);
  }

  /**
   * The same with the first iterations of each fork alone.
   *
   * @param label what it is called, in words
   * @param count iterations of a fork
   */
  Corpus shortened(String label, int count) {
    return new Corpus(
        label,
        rows.stream()
            .map(
                row ->
                    RowForks.replace(
                        row,
                        RowForks.of(row).stream()
                            .map(fork -> Fork.of(fork.stream().limit(count).toArray()))
                            .toList()))
            .toList(),
        thorough);
  }

  /** The same, played as whole suites of 5 v 5 forks alone. */
  Corpus briefly() {
    return new Corpus(name, rows, false);
  }
}
