package io.amorsize.jmh.cli;

import io.amorsize.history.RunContent;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result that is to be recorded.
 *
 * @param path where it is
 * @param content what it measured
 * @param environment where it was measured, as far as it says
 */
record RunInput(Path path, RunContent content, Optional<RunEnvironment> environment) {

  private static final String RECORDED_AT = "recorded_at";

  /**
   * Reads a result: JMH's JSON, a folder of it, a results file, or what a suite leaves behind, of
   * which everything is taken.
   *
   * @throws ResultFormatException in one sentence, if it is none, or empty
   */
  static RunInput read(Path path, ReadLimits limits) {
    if (!Files.exists(path)) {
      throw new ResultFormatException(path + ": there is no such file or folder");
    }
    ComparedSide side =
        new ComparedSide(path.toString(), Optional.of(path), Optional.empty(), limits);
    boolean workloads = side.kinds().contains(ComparedSide.Kind.WORKLOADS);
    boolean rows =
        side.kinds().contains(ComparedSide.Kind.ROWS)
            && (!workloads || Files.isRegularFile(path.resolve(RunFiles.ROWS)));
    Map<String, PerformanceResult> results =
        workloads ? side.results(Optional.empty()).results() : Map.of();
    List<BenchmarkRow> read = rows ? side.rows(Optional.empty()).rows() : List.of();
    if (results.isEmpty() && read.isEmpty()) {
      throw new ResultFormatException(path + ": holds no row, so there is nothing to record");
    }
    Optional<RunEnvironment> environment =
        ResultsArgument.environment(results).or(side::environment);
    return new RunInput(path, new RunContent(read, results), environment);
  }

  /** When it was measured, as far as its results say. */
  Optional<Instant> time() {
    return content.results().values().stream()
        .map(result -> result.metadata().get(RECORDED_AT))
        .flatMap(value -> instant(value).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(Object value) {
    try {
      return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** When the file, or the folder, was written last. */
  static Instant written(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      throw new ResultFormatException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The file's or folder's name without what says how it is written. */
  static String name(Path path) {
    Path file = path.toAbsolutePath().normalize().getFileName();
    String name = file == null ? path.toString() : file.toString();
    String plain = name.replaceFirst("\\.gz$", "").replaceFirst("\\.(json|jsonl)$", "");
    return plain.isBlank() ? name : plain;
  }
}
