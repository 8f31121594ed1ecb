package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.verdict.SessionNoise;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseLearningTest {

  private final MemoryHistory history = new MemoryHistory(Histories.CLOCK);
  private int night;

  private void record(String commit, double time) {
    history.record(Histories.night(Histories.origin(night++, commit), time));
  }

  private void record(String commit, String cpu, double time) {
    RunOrigin origin =
        Histories.origin(night++, commit).measuredIn(Optional.of(Histories.machine(cpu)));
    history.record(Histories.night(origin, time));
  }

  private SeriesNoise learned() {
    return NoiseLearning.from(history).series().get(Histories.only(history).key());
  }

  /**
   * Two nights of one commit whose log costs differ by d: the variance between sessions is d^2 / 2,
   * that of their ratio d^2, its sd d. Forks do not vary, and there is but one series, so that
   * nothing is taken off and nothing is drawn anywhere.
   */
  @Test
  void twoNightsOfOneCommitShowTheirRatio() {
    record("aaaaaaa", 100);
    record("aaaaaaa", 110);
    assertThat(learned().sd()).isCloseTo(Math.log(1.1), within(1e-12));
    assertThat(learned().repeats()).isEqualTo(1);
    assertThat(NoiseLearning.from(history).usual()).isCloseTo(Math.log(1.1), within(1e-12));
  }

  @Test
  void whatTheCodeDoesIsNoNoise() {
    record("aaaaaaa", 100);
    record("aaaaaaa", 110);
    record("bbbbbbb", 500);
    record("bbbbbbb", 550);
    record("ccccccc", 9);
    assertThat(learned().sd()).isCloseTo(Math.log(1.1), within(1e-12));
    assertThat(learned().repeats()).isEqualTo(2);
  }

  @Test
  void whatTheMachineDoesIsNoNoise() {
    record("aaaaaaa", "old", 100);
    record("aaaaaaa", "new", 50);
    assertThat(NoiseLearning.from(history)).isEqualTo(LearnedNoise.NONE);
    record("aaaaaaa", "new", 55);
    assertThat(learned().sd()).isCloseTo(Math.log(1.1), within(1e-12));
  }

  /**
   * Forks of a session vary with variance v, so that centers of 2 forks vary by v / 2 without any
   * noise between sessions: all of it is taken off.
   */
  @Test
  void whatTheForksExplainIsTakenOff() {
    double d = Math.log(1.1);
    // Fork logs 0 and d, and d/2 higher: v = d^2/2, and v/2 = d^2/4; sessions: (d/2)^2/2 = d^2/8.
    Series series = twoForks(1, Math.exp(d / 2));
    NoiseLearning learning = new NoiseLearning();
    learning.add(series);
    assertThat(learning.learned().usual()).isZero();
    // Sessions that lie 2 d apart: (2 d)^2/2 - d^2/4 = 7/4 d^2, of a ratio twice as much.
    NoiseLearning apart = new NoiseLearning();
    apart.add(twoForks(1, Math.exp(2 * d)));
    assertThat(apart.learned().usual()).isCloseTo(Math.sqrt(3.5) * d, within(1e-9));
  }

  private static Series twoForks(double first, double second) {
    MemoryHistory store = new MemoryHistory(Histories.CLOCK);
    int at = 0;
    for (double level : new double[] {first, second}) {
      store.record(
          Histories.run(
              Histories.origin(at++, "aaaaaaa"),
              Histories.row(
                  "p.A.m",
                  Histories.metric("us/op", new double[] {level}, new double[] {1.1 * level}))));
    }
    return Histories.only(store);
  }

  @Test
  void manyNightsShowTheTrueNoise() {
    Random random = new Random(1);
    for (int commit = 0; commit < 40; commit++) {
      for (int again = 0; again < 2; again++) {
        record("commit" + commit, 100 * Math.exp(0.05 * random.nextGaussian()));
      }
    }
    // 40 degrees of freedom: the sd of the estimate is 11 %.
    assertThat(learned().sd()).isCloseTo(0.05 * Math.sqrt(2), within(0.02));
  }

  /** One repeat weighs as 1 against the prior's 4: (4 usual + own) / 5. */
  @Test
  void aSeriesOfFewNightsIsDrawnToTheOthers() {
    NoiseLearning learning = new NoiseLearning();
    double d = Math.log(1.1);
    learning.add(named("p.A.m", 1, Math.exp(d)));
    learning.add(named("p.B.m", 1, Math.exp(2 * d)));
    learning.add(named("p.C.m", 1, Math.exp(3 * d)));
    LearnedNoise learned = learning.learned();
    assertThat(learned.usual()).isCloseTo(2 * d, within(1e-12));
    assertThat(sd(learned, "p.C.m")).isCloseTo(d * Math.sqrt((4 * 4 + 9) / 5.0), within(1e-12));
    assertThat(sd(learned, "p.A.m")).isCloseTo(d * Math.sqrt((4 * 4 + 1) / 5.0), within(1e-12));
  }

  private static double sd(LearnedNoise learned, String benchmark) {
    SessionNoise rows = learned.forRows();
    return rows.of(Histories.key(benchmark, Map.of()), "primary");
  }

  private static Series named(String benchmark, double... levels) {
    MemoryHistory store = new MemoryHistory(Histories.CLOCK);
    int at = 0;
    for (double level : levels) {
      store.record(
          Histories.run(
              Histories.origin(at++, "aaaaaaa"),
              Histories.row(benchmark, Histories.metric("us/op", new double[] {level}))));
    }
    return Histories.only(store);
  }

  @Test
  void withoutRepeatsNothingIsLearned() {
    record("aaaaaaa", 100);
    record("bbbbbbb", 200);
    history.record(Histories.night(Histories.origin(9), 300));
    assertThat(NoiseLearning.from(history)).isEqualTo(LearnedNoise.NONE);
    assertThat(LearnedNoise.NONE.forRows()).isEqualTo(SessionNoise.NONE);
  }
}
