package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.schema.Schemas;
import io.amorsize.result.ResultFormatException;
import io.amorsize.statistics.SequentialDesign;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class SessionEvaluationTest {

  private static final int METHODS = 3;

  private static SessionScores synthetic(double sd, long seed) {
    Corpus corpus = new Corpus("made up", SyntheticRows.of(30, 10, sd, 5), true);
    HeardProgress heard = new HeardProgress();
    EvaluationSettings settings = new EvaluationSettings(Path.of("unused"), seed, 2, heard);
    SessionScores scores =
        new SessionEvaluation(TreeReader::read)
            .evaluate(settings, List.of(new SessionEvaluation.Recording(corpus, 2)));
    assertThat(heard.done()).isPositive().isEqualTo(heard.expected());
    return scores;
  }

  @Test
  void quietRowsAreDecidedEarlyAndRightly() {
    SessionScores scores = synthetic(0.003, 1);
    MethodScore ours = scores.whole().get(0);
    assertThat(ours.method()).isEqualTo("session, at most 5");
    assertThat(ours.get(Measure.FALSE_POSITIVES).value()).isLessThan(0.02);
    assertThat(ours.get(Measure.FOUND_10).value()).isEqualTo(1);
    assertThat(ours.get(Measure.SAME).value()).isGreaterThan(0.95);
    assertThat(ours.get(Measure.SAME_10).value()).isZero();
    assertThat(ours.get(Measure.PAIRS).value()).isBetween(2.0, 2.5);
    // Among 30 rows none is called before 5 pairs.
    assertThat(ours.get(Measure.PAIRS_10).value()).isEqualTo(5);
    assertThat(ours.get(Measure.COVERAGE_10).value()).isGreaterThan(0.85);
    assertThat(ours.get(Measure.CALLED_COVERAGE_10).trials()).isEqualTo(60);
  }

  @Test
  void theFixedDesignTakesAllPairsAndTheSessionFewer() {
    SessionScores scores = synthetic(0.03, 1);
    List<MethodScore> whole = scores.whole();
    assertThat(whole).hasSize(METHODS);
    assertThat(whole.get(2).method()).isEqualTo("one look");
    assertThat(whole.get(2).get(Measure.PAIRS).value()).isEqualTo(5);
    double session = whole.get(0).get(Measure.PAIRS).value();
    assertThat(session).isLessThan(whole.get(1).get(Measure.PAIRS).value());
    assertThat(scores.fewer().get(0).get(Measure.PAIRS).value()).isEqualTo(2);
  }

  @Test
  void everyFigureKnowsItsTrials() {
    SessionScores scores = synthetic(0.02, 1);
    MethodScore ours = scores.whole().get(0);
    assertThat(ours.get(Measure.FALSE_POSITIVES).trials()).isEqualTo(60);
    assertThat(ours.get(Measure.FOUND_20).trials()).isEqualTo(60);
    assertThat(ours.get(Measure.PAIRS_5).trials()).isEqualTo(60);
    assertThat(ours.get(Measure.ALARMS).trials()).isEqualTo(2);
    assertThat(ours.get(Measure.FOUND_3)).isEqualTo(Estimate.NONE);
    assertThat(scores.bySize()).hasSize(3 * 2);
    assertThat(scores.unchanged()).hasSize(2);
    assertThat(scores.unchanged().get(0).get(Measure.ALARMS).trials()).isEqualTo(8);
    assertThat(scores.unchanged().get(0).get(Measure.FOUND_5)).isEqualTo(Estimate.NONE);
    MethodScore single = scores.bySize().get(0);
    assertThat(single.rows()).isEqualTo(1);
    assertThat(single.suites()).isEqualTo(120);
    assertThat(single.get(Measure.FOUND_5).trials()).isEqualTo(120);
    assertThat(scores.fewer().stream().map(MethodScore::method))
        .containsExactly("session, at most 2", "session, at most 3", "session, at most 4");
    assertThat(scores.more()).hasSize(1);
    assertThat(scores.more().get(0).forks()).isEqualTo(new ForkCounts(10, 10));
    assertThat(scores.more().get(0).get(Measure.FOUND_3).trials()).isEqualTo(30);
  }

  @Test
  void flaggedRowsAreCountedByThePairsThatTheyTook() {
    MethodScore single = synthetic(0.02, 3).bySize().get(0);
    double sum =
        List.of(
                Measure.FLAGGED_AFTER_2,
                Measure.FLAGGED_AFTER_3,
                Measure.FLAGGED_AFTER_4,
                Measure.FLAGGED_AFTER_5)
            .stream()
            .mapToDouble(measure -> single.get(measure).value())
            .sum();
    assertThat(sum).isCloseTo(single.get(Measure.FALSE_POSITIVES).value(), within(1e-12));
  }

  @Test
  void theSeedDecidesEverything() {
    String first = new MarkdownFormat().write(SessionReport.of(synthetic(0.02, 7)));
    Schemas.assertTells("amorsize.sequential-scores/1", SessionReport.of(synthetic(0.02, 7)));
    assertThat(new MarkdownFormat().write(SessionReport.of(synthetic(0.02, 7)))).isEqualTo(first);
    assertThat(new MarkdownFormat().write(SessionReport.of(synthetic(0.02, 8))))
        .isNotEqualTo(first);
  }

  @Test
  void timeIsThatOfTheForksThatWereMeasured() {
    SessionScores scores = synthetic(0.02, 1);
    assertThat(scores.forkSeconds()).containsOnlyKeys("made up");
    assertThat(scores.forkSeconds().get("made up")).isCloseTo(7.7, within(1e-12));
    Section.Table time =
        SessionReport.of(scores).sections().stream()
            .filter(Section.Table.class::isInstance)
            .map(Section.Table.class::cast)
            .filter(table -> table.heading().equals("Time"))
            .findFirst()
            .orElseThrow();
    // One look: 5 pairs of 2 forks of 7.7 s against 10 forks of 100 s.
    assertThat(time.rows().get(2).stream().map(cell -> cell.text()))
        .containsExactly(
            "made up",
            "one look",
            "5.0 ± 0.0",
            "5.0 ± 0.0",
            "5.0 ± 0.0",
            "0.00 ± 0.00",
            "77.0 ± 0.0",
            "7.7 ± 0.0");
  }

  @Test
  void aFolderWithoutTheFilesIsSaidToBeSo(@TempDir Path folder) {
    EvaluationSettings settings =
        new EvaluationSettings(folder, 1, EvaluationSettings.QUICK, EvaluationProgress.NONE);
    assertThatThrownBy(() -> new SessionEvaluation(TreeReader::read).evaluate(settings))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("dev-5s-100x100ms.json.gz is not there");
  }

  @Test
  void aShortenedCorpusHasTheFirstIterations() {
    Corpus corpus = new Corpus("made up", SyntheticRows.of(2, 10, 0.01, 5), true);
    Corpus few = corpus.shortened("few", 3);
    assertThat(few.name()).isEqualTo("few");
    for (int row = 0; row < 2; row++) {
      for (int fork = 0; fork < 10; fork++) {
        double[] all = RowForks.of(corpus.rows().get(row)).get(fork).toArray();
        assertThat(RowForks.of(few.rows().get(row)).get(fork).toArray())
            .containsExactly(all[0], all[1], all[2]);
      }
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void keepsItsPromisesOnRecordedBenchmarks() {
    Path file = Path.of(System.getenv("AMORSIZE_DATA"), "steady", "dev-5s-10x1s.json.gz");
    Corpus corpus = Corpus.read("10 x 1 s", file, TreeReader::read);
    List<ComparisonMethod> methods = List.of(new SessionRule("session", SequentialDesign.upTo(5)));
    Programme programme = Programme.main(corpus.rows().size(), new ForkCounts(5, 5), 2);
    MethodScore ours =
        new SuitePlayer(methods, corpus, EvaluationProgress.NONE)
            .play(programme, new SplittableRandom(1))
            .get(0);
    // 0.7, 64, 88 and 0.1 % and 3.0 pairs over many splits; bars 3 standard errors of two away.
    assertThat(ours.get(Measure.FALSE_POSITIVES).value()).isLessThan(0.022);
    assertThat(ours.get(Measure.FOUND_5).value()).isBetween(0.55, 0.75);
    assertThat(ours.get(Measure.FOUND_10).value()).isBetween(0.80, 0.95);
    assertThat(ours.get(Measure.PAIRS).value()).isBetween(2.8, 3.2);
    assertThat(ours.get(Measure.SAME_10).value()).isLessThan(0.012);
  }
}
