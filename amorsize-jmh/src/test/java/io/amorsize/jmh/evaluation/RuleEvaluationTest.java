package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.schema.Schemas;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class RuleEvaluationTest {

  private static final int METHODS = 7;

  private static RuleScores synthetic(double sd, long seed, boolean thorough) {
    Corpus corpus = new Corpus("made up", SyntheticRows.of(30, 10, sd, 5), thorough);
    EvaluationSettings settings =
        new EvaluationSettings(Path.of("unused"), seed, 2, EvaluationProgress.NONE);
    return new RuleEvaluation(TreeReader::read).evaluate(settings, List.of(corpus));
  }

  @Test
  void findsTheLargeAndNotTheTinyInQuietRows() {
    RuleScores scores = synthetic(0.005, 1, false);
    MethodScore ours = scores.whole().get(0);
    assertThat(ours.method()).isEqualTo("our rule");
    assertThat(ours.get(Measure.FALSE_POSITIVES).value()).isLessThan(0.02);
    assertThat(ours.get(Measure.FOUND_2).value()).isLessThan(0.10);
    assertThat(ours.get(Measure.FOUND_10).value()).isEqualTo(1);
    assertThat(ours.get(Measure.SPARSE_FOUND_10).value()).isEqualTo(1);
    assertThat(ours.get(Measure.SAME).value()).isGreaterThan(0.95);
    assertThat(ours.get(Measure.SAME_10).value()).isZero();
    assertThat(ours.get(Measure.COVERAGE).value()).isGreaterThan(0.85);
  }

  @Test
  void everyFigureKnowsItsTrials() {
    RuleScores scores = synthetic(0.02, 1, true);
    MethodScore ours = scores.whole().get(0);
    assertThat(ours.get(Measure.FALSE_POSITIVES).trials()).isEqualTo(60);
    assertThat(ours.get(Measure.FOUND_5).trials()).isEqualTo(60);
    assertThat(ours.get(Measure.SPARSE_FOUND_5).trials()).isEqualTo(2 * 2 * 2);
    assertThat(ours.get(Measure.TENTH_FOUND_5).trials()).isEqualTo(2 * 2 * 3);
    assertThat(ours.get(Measure.ALARMS).trials()).isEqualTo(2);
    assertThat(scores.whole()).hasSize(METHODS);
    assertThat(scores.byForks()).hasSize(4 * METHODS);
    assertThat(scores.bySize()).hasSize(3 * METHODS);
    assertThat(scores.bySize().get(0).suites()).isEqualTo(8);
  }

  @Test
  void theSeedDecidesEverything() {
    String first = new MarkdownFormat().write(RuleReport.of(synthetic(0.02, 7, false)));
    Schemas.assertTells("amorsize.rule-scores/1", RuleReport.of(synthetic(0.02, 7, false)));
    assertThat(new MarkdownFormat().write(RuleReport.of(synthetic(0.02, 7, false))))
        .isEqualTo(first);
    assertThat(new MarkdownFormat().write(RuleReport.of(synthetic(0.02, 8, false))))
        .isNotEqualTo(first);
  }

  @Test
  void tellsWhatItDoes() {
    HeardProgress heard = new HeardProgress();
    EvaluationSettings settings = new EvaluationSettings(Path.of("unused"), 1, 2, heard);
    Corpus brief = new Corpus("made up", SyntheticRows.of(20, 10, 0.01, 5), false);
    Corpus thorough = new Corpus("more", SyntheticRows.of(20, 10, 0.01, 5), true);
    new RuleEvaluation(TreeReader::read).evaluate(settings, List.of(brief, thorough));
    assertThat(heard.lines()).contains("made up, 5 v 5 forks, 20 rows: 2 of 2 suites");
    assertThat(heard.done()).isPositive().isEqualTo(heard.expected());
  }

  @Test
  void aFolderWithoutTheFilesIsSaidToBeSo(@TempDir Path folder) {
    EvaluationSettings settings =
        new EvaluationSettings(folder, 1, EvaluationSettings.QUICK, EvaluationProgress.NONE);
    assertThatThrownBy(() -> new RuleEvaluation(TreeReader::read).evaluate(settings))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("dev-5s-10x1s.json.gz is not there");
  }

  @Test
  void rowsWithFewForksAreRefused(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("some.json"));
    BenchmarkRun few =
        new BenchmarkRun("few", SyntheticRows.of(1, 5, 0.01, 1), Optional.empty(), List.of());
    assertThatThrownBy(() -> Corpus.read("some", file, unused -> few))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("bench.Row0 has 5 forks");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void keepsItsPromisesOnRecordedBenchmarks() {
    Path file = Path.of(System.getenv("AMORSIZE_DATA"), "steady", "dev-5s-10x1s.json.gz");
    Corpus corpus = Corpus.read("10 x 1 s", file, TreeReader::read).briefly();
    List<ComparisonMethod> methods = List.of(new OurRule("our rule", DecisionRule.defaults()));
    Programme programme = Programme.main(corpus.rows().size(), new ForkCounts(5, 5), 1);
    MethodScore ours =
        new SuitePlayer(methods, corpus, EvaluationProgress.NONE)
            .play(programme, new SplittableRandom(1))
            .get(0);
    // 1.0, 67 and 89 % over many splits; bars 3 standard errors of one split away.
    assertThat(ours.get(Measure.FALSE_POSITIVES).value()).isLessThan(0.026);
    assertThat(ours.get(Measure.FOUND_5).value()).isBetween(0.59, 0.75);
    assertThat(ours.get(Measure.FOUND_10).value()).isBetween(0.83, 0.95);
  }
}
