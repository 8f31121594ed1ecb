package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.unit.Better;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Result files of public projects against themselves, and against themselves made slower. */
@EnabledIfEnvironmentVariable(
    named = "AMORSIZE_DATA",
    matches = ".+",
    disabledReason = "AMORSIZE_DATA names no folder with recorded JMH results")
class RecordedRowsTest {

  private static final double FACTOR = 1.2;

  private final JmhResultReader reader = new JmhResultReader();

  @TempDir Path folder;

  private static List<Path> files(String kind) {
    Path folder = Path.of(System.getenv("AMORSIZE_DATA"), "jmh-json", kind);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> wholeFiles() {
    List<Path> all = new ArrayList<>(files("valid"));
    all.addAll(files("unusual-valid"));
    return all;
  }

  @Test
  void aFileDoesNotDifferFromItself() {
    for (Path file : wholeFiles()) {
      BenchmarkRun run = reader.read(file);
      Comparison found = Comparison.of(run, run, DecisionRule.defaults());
      assertThat(found.rows()).as("%s", file).hasSameSizeAs(run.rows());
      assertThat(found.count(Verdict.SLOWER) + found.count(Verdict.FASTER)).as("%s", file).isZero();
      assertThat(found.suspects()).as("%s", file).isEmpty();
    }
  }

  @Test
  void aSlowdownThatTheForksCanShowIsCalled() {
    int called = 0;
    int tooNoisy = 0;
    for (Path file : wholeFiles()) {
      BenchmarkRun run = reader.read(file);
      for (RowComparison row : Comparison.of(run, slowed(run), DecisionRule.defaults()).rows()) {
        if (row.isJudged() && row.verdict() == Verdict.SLOWER) {
          called++;
        } else if (row.isJudged()) {
          // The row itself says that its forks could not have shown so much.
          assertThat(row.verdict()).as("%s %s", file, row.key()).isEqualTo(Verdict.INCONCLUSIVE);
          assertThat(row.change().smallestDetectable().orElseThrow())
              .as("%s %s", file, row.key())
              .isGreaterThan(FACTOR - 1);
          tooNoisy++;
        } else {
          assertThat(row.base().forks()).as("%s %s", file, row.key()).isLessThan(3);
        }
      }
    }
    assertThat(called).isGreaterThan(10 * tooNoisy);
  }

  @Test
  void aBrokenFileIsReadOrToldInOneSentence() {
    for (Path file : files("malformed")) {
      CommandFixture run = CommandFixture.run("compare", file, file);
      if (run.exitCode() == ExitCode.USAGE.value()) {
        run.refusesWith(file.getFileName().toString());
      } else {
        run.exits(ExitCode.OK);
        assertThat(run.out()).as("%s", file).startsWith("0 slower, 0 faster");
      }
    }
  }

  /** The same run, each operation of which costs more. */
  private static BenchmarkRun slowed(BenchmarkRun run) {
    List<BenchmarkRow> rows = run.rows().stream().map(RecordedRowsTest::slowed).toList();
    return new BenchmarkRun(run.label(), rows, run.environment(), run.notes());
  }

  private static BenchmarkRow slowed(BenchmarkRow row) {
    Metric metric = row.primary();
    double factor = metric.unit().better() == Better.HIGHER ? 1 / FACTOR : FACTOR;
    List<Fork> forks =
        metric.measurements().forks().stream().map(fork -> fork.times(factor)).toList();
    Metric slowed =
        new Metric(new Measurements(metric.unit(), forks), metric.score(), metric.problem());
    return new BenchmarkRow(row.key(), slowed, row.secondary(), row.settings());
  }
}
