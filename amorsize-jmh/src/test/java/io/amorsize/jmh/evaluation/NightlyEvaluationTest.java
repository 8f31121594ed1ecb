package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.schema.Schemas;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class NightlyEvaluationTest {

  /** A night on which every row costs so many times what it does on others. */
  private static RecordedNight night(String date, String commit, double factor) {
    List<BenchmarkRow> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(date.hashCode());
    for (int i = 0; i < 10; i++) {
      double[][] forks = new double[3][5];
      for (double[] fork : forks) {
        for (int k = 0; k < fork.length; k++) {
          fork[k] = 100 * factor * Math.exp(0.001 * random.nextGaussian());
        }
      }
      rows.add(SyntheticRows.row("bench.Row" + i, "ns/op", forks));
    }
    return new RecordedNight(
        "2026-01-0" + date, commit, new BenchmarkRun(date, rows, Optional.empty(), List.of()));
  }

  private static List<NightlyScore> evaluate(RecordedNight... nights) {
    HeardProgress heard = new HeardProgress();
    List<NightlyScore> scores =
        new NightlyEvaluation(TreeReader::read).evaluate(List.of(nights), heard);
    assertThat(heard.done()).isPositive().isEqualTo(heard.expected());
    return scores;
  }

  @Test
  void aSlowMachineAlarmsUntilTheRuleKnowsHowNightsDiffer() {
    List<NightlyScore> scores =
        evaluate(
            night("1", "a", 1),
            night("2", "a", 1.2),
            night("3", "b", 1.2),
            night("4", "b", 1),
            night("5", "c", 1));
    assertThat(scores).hasSize(12);
    NightlyScore untold = scores.get(0);
    assertThat(untold.alarmed().trials()).isEqualTo(2);
    assertThat(untold.alarmed().value()).isEqualTo(1);
    assertThat(untold.called().value()).isEqualTo(1);
    assertThat(untold.shifted().value()).isEqualTo(1);
    assertThat(untold.unexplained().value()).isZero();
    NightlyScore robust = scores.get(1);
    assertThat(robust.sessionSd()).isCloseTo(1.4826 * Math.log(1.2), within(0.002));
    assertThat(robust.alarmed().value()).isZero();
    NightlyScore plain = scores.get(2);
    assertThat(plain.sessionSd()).isCloseTo(Math.log(1.2), within(0.002));
    NightlyScore byRow = scores.get(3);
    assertThat(byRow.noise()).isEqualTo("row by row");
    assertThat(byRow.sessionSd()).isCloseTo(Math.log(1.2), within(0.002));
    assertThat(byRow.alarmed().value()).isZero();
  }

  @Test
  void theReportNamesEveryGroup() {
    List<NightlyScore> scores =
        evaluate(night("1", "a", 1), night("2", "a", 1), night("3", "b", 1), night("4", "b", 1));
    assertThat(new MarkdownFormat().write(NightlyReport.of(scores)))
        .contains("one commit, all pairs", "one commit, next night", "other commit, next night");
    Schemas.assertTells("amorsize.nightly-scores/1", NightlyReport.of(scores));
  }

  @Test
  void aFileWithoutACommitIsRefused(@TempDir Path folder) throws Exception {
    Files.createFile(Files.createDirectories(folder.resolve("jmh-json/nightly")).resolve("x.json"));
    assertThatThrownBy(
            () -> new NightlyEvaluation(TreeReader::read).evaluate(folder, EvaluationProgress.NONE))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is not named like");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void recordedNightsDifferByMachineAndDay() {
    Path data = Path.of(System.getenv("AMORSIZE_DATA"));
    List<NightlyScore> scores =
        new NightlyEvaluation(TreeReader::read).evaluate(data, EvaluationProgress.NONE);
    assertThat(scores.get(0).alarmed().trials()).isEqualTo(162);
    assertThat(scores.get(0).commits()).isEqualTo(15);
    assertThat(scores.get(0).alarmed().value()).isGreaterThan(0.5);
    assertThat(scores.get(1).alarmed().value()).isLessThan(scores.get(0).alarmed().value());
    assertThat(scores.get(2).alarmed().value()).isLessThan(0.05);
  }
}
