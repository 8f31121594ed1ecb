package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recorded nightly run.
 *
 * @param date the day
 * @param commit what was measured
 * @param run what came out
 */
record RecordedNight(String date, String commit, BenchmarkRun run) {

  private static final Pattern NAME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-([0-9a-f]+)\\.json(\\.gz)?");

  /**
   * Reads the nights, the oldest first.
   *
   * @param data folder of the recorded benchmarks
   * @throws ResultFormatException if it is missing or holds a file that is not named date-commit
   */
  static List<RecordedNight> read(Path data, Function<Path, BenchmarkRun> reader) {
    Path folder = data.resolve("jmh-json").resolve("nightly");
    if (!Files.isDirectory(folder)) {
      throw new ResultFormatException(
          folder + " is not there; name the folder that holds it (its steady/ and jmh-json/)");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(file -> of(file, reader)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private static RecordedNight of(Path file, Function<Path, BenchmarkRun> reader) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new ResultFormatException(
          file + " is not named like 2026-01-26-d32fd12.json; rename it, or take it away");
    }
    return new RecordedNight(name.group(1), name.group(2), reader.apply(file));
  }
}
