package io.amorsize.jmh.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Metric;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Result files of public projects, as they were found. */
@EnabledIfEnvironmentVariable(
    named = "AMORSIZE_DATA",
    matches = ".+",
    disabledReason = "AMORSIZE_DATA names no folder with recorded JMH results")
class RecordedFilesTest {

  /** Test data of other tools, whose scores nobody measured. */
  private static final Set<String> MADE_UP =
      Set.of(
          "openjdk+jmh",
          "jenkinsci+jmh-report-plugin",
          "kitlangton+jmh-benchmark-action",
          "bencherdev+bencher");

  private final JmhResultReader reader = new JmhResultReader();

  private static List<Path> files(String kind) {
    Path folder = Path.of(System.getenv("AMORSIZE_DATA"), "jmh-json", kind);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"valid,227", "nightly,104", "unusual-valid,2"})
  void filesThatJmhWroteAreReadWhole(String kind, int count) {
    List<Path> files = files(kind);
    assertThat(files).hasSize(count);
    for (Path file : files) {
      assertThat(new JmhResultReader().looksLikeJmh(file)).as("%s", file).isTrue();
      BenchmarkRun run = reader.read(file);
      assertThat(run.rows()).as("%s", file).isNotEmpty();
      assertThat(run.rows()).as("%s", file).allSatisfy(RecordedFilesTest::isPlausible);
      if (!MADE_UP.contains(file.getParent().getFileName().toString())) {
        assertThat(run.rows()).as("%s", file).allSatisfy(RecordedFilesTest::scoreFollowsFromForks);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"valid", "nightly", "unusual-valid", "malformed"})
  void severalThreadsReadThemAsOneDoes(String kind) {
    Sharing small = new Sharing(1, 2000, 0, 3);
    for (Path file : files(kind)) {
      assertThat(outcome(new JmhResultReader(ReadLimits.DEFAULT, small), file))
          .as("%s", file)
          .isEqualTo(outcome(reader, file));
    }
  }

  private static Object outcome(JmhResultReader reader, Path file) {
    try {
      BenchmarkRun run = reader.read(file);
      return List.of(run.rows(), run.notes());
    } catch (ResultFormatException e) {
      return e.getMessage();
    }
  }

  private static void isPlausible(BenchmarkRow row) {
    assertThat(row.primary().problem()).isEmpty();
    assertThat(row.primary().measurements().forks()).isNotEmpty();
    assertThat(row.key().mode()).isIn("thrpt", "avgt", "sample", "ss");
    assertThat(row.key().threads()).isNotNegative();
    assertThat(row.secondary().keySet()).noneMatch(name -> name.contains("·"));
    assertThat(row.secondary().values())
        .allSatisfy(metric -> assertThat(metric.unit().symbol()).isNotEqualTo("---"));
  }

  /** JMH's score is the mean of all iterations, in sample mode weighted by their samples. */
  private static void scoreFollowsFromForks(BenchmarkRow row) {
    Metric metric = row.primary();
    double score = metric.score().orElseThrow();
    DoubleSummaryStatistics scores =
        metric.measurements().forks().stream().flatMapToDouble(Fork::stream).summaryStatistics();
    if (row.key().mode().equals("sample")) {
      assertThat(score).isBetween(scores.getMin() * (1 - 1e-6), scores.getMax() * (1 + 1e-6));
    } else {
      assertThat(scores.getAverage() / score).isBetween(1 - 1e-6, 1 + 1e-6);
    }
  }

  @Test
  void brokenFilesAreReadOrToldInOneSentence() {
    Set<String> read = new TreeSet<>();
    for (Path file : files("malformed")) {
      try {
        assertThat(reader.read(file).rows()).isNotEmpty();
        read.add(file.getFileName().toString().replaceFirst("\\.json\\.gz$", ""));
      } catch (ResultFormatException e) {
        assertThat(e.getMessage().lines()).hasSize(1);
        assertThat(e.getMessage()).startsWith(file + ": line ").hasSizeLessThan(500);
      }
    }
    assertThat(read)
        .containsExactly(
            "crlf",
            "dkomanov+stuff__list-of-lists-local",
            "gzipped-but-named",
            "gzipped.json.gzfile.gz",
            "kotlinx-benchmark-native-bare-NaN",
            "rawData-contains-NaN-string",
            "rawData-empty-list",
            "score-approx-text",
            "utf8-bom",
            "volodya-lombrozo__single-object-not-list");
  }

  @Test
  void nightsOfOneSuiteAreForksOfItsRows() {
    List<Path> nights = files("nightly");
    BenchmarkRun joined = reader.readAll("nights", nights);
    int forks = nights.stream().map(reader::read).mapToInt(RecordedFilesTest::forks).sum();
    assertThat(forks(joined)).isEqualTo(forks);
    assertThat(joined.rows().stream().map(BenchmarkRow::key)).doesNotHaveDuplicates();
    double[] counts = joined.rows().stream().mapToDouble(RecordedFilesTest::forks).toArray();
    assertThat(DoubleStream.of(counts).max().orElseThrow()).isGreaterThan(100);
  }

  private static int forks(BenchmarkRun run) {
    return run.rows().stream().mapToInt(RecordedFilesTest::forks).sum();
  }

  private static int forks(BenchmarkRow row) {
    return row.primary().measurements().forks().size();
  }
}
