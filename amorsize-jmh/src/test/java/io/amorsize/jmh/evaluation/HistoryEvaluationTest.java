package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.MemoryHistory;
import io.amorsize.history.NewRun;
import io.amorsize.history.RunFilter;
import io.amorsize.jmh.report.TextFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistoryEvaluationTest {

  private static final HistoryScale SMALL = new HistoryScale(8, 6, 2, 3, 1);

  private final MemoryHistory history = new MemoryHistory(InstantSource.fixed(Instant.EPOCH));
  private final AtomicLong nanos = new AtomicLong();
  private final HeardProgress progress = new HeardProgress();

  /** Each look at the clock is a millisecond after the one before. */
  private List<HistoryScores.Timing> evaluate() {
    return evaluate(SMALL);
  }

  private List<HistoryScores.Timing> evaluate(HistoryScale scale) {
    return new HistoryEvaluation(() -> nanos.addAndGet(1_000_000), progress)
        .evaluate(() -> history, scale);
  }

  @Test
  void recordsEveryNightAndReadsItAgain() {
    List<HistoryScores.Timing> timings = evaluate();
    assertThat(history.runs(RunFilter.ALL)).hasSize(6).allMatch(run -> run.rows() == 8);
    assertThat(timings)
        .extracting(HistoryScores.Timing::what)
        .containsExactly(
            "record one of the first nights",
            "record one of the last nights",
            "list the nights",
            "read a night",
            "read one trend",
            "read all trends",
            "learn the noise and keep it");
    assertThat(history.noise().series()).hasSize(8);
    assertThat(timings)
        .allSatisfy(
            timing -> {
              assertThat(timing.medianSeconds()).isEqualTo(1e-3);
              assertThat(timing.mostSeconds()).isEqualTo(1e-3);
            });
    assertThat(progress.lines()).contains("read all trends");
    assertThat(progress.done()).isPositive().isEqualTo(progress.expected());
  }

  @Test
  void oneNightHasNoNoiseToLearnFrom() {
    assertThat(evaluate(new HistoryScale(2, 1, 1, 1, 1))).hasSize(7);
    assertThat(history.noise().isEmpty()).isTrue();
  }

  @Test
  void saysWhatARowTakes() {
    HistoryScores scores = new HistoryScores("x", SMALL, evaluate(), 4800);
    String text = new TextFormat(80, false).write(HistoryEvaluationReport.of(scores));
    assertThat(text)
        .contains("8 benchmarks x 6 nights take 0.0 MB: 100 bytes a row, 16.67 a score.")
        .contains("read one trend")
        .contains("1.0 ms");
  }

  @Test
  void nightsFollowFromTheirSeed() {
    NewRun night = new SyntheticNights(SMALL).night(4);
    assertThat(new SyntheticNights(SMALL).night(4)).isEqualTo(night);
    assertThat(new SyntheticNights(SMALL).night(5).content()).isNotEqualTo(night.content());
    assertThat(new SyntheticNights(new HistoryScale(8, 6, 2, 3, 2)).night(4).content())
        .isNotEqualTo(night.content());
    assertThat(new SyntheticNights(SMALL).night(3).origin().commit())
        .isEqualTo(night.origin().commit());
  }

  @Test
  void refusesToMeasureNothing() {
    assertThatThrownBy(() -> new HistoryScale(1, 0, 1, 1, 1))
        .hasMessageContaining("must be at least 1, are 1, 0, 1 and 1");
  }
}
