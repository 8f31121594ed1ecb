package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceTest {

  private static final double[][] BASE = {{99}, {100}, {101}};
  private static final double[][] CURRENT = {{100}, {101}, {102}};

  private static boolean isShown(
      double[][] base, double[][] current, double margin, double sessionSd) {
    SuiteTest.Row row =
        new SuiteTest.Row(ForkSummaries.of(base), ForkSummaries.of(current), 0, sessionSd);
    return Equivalence.isShown(means(base), means(current), row, margin);
  }

  private static double[] means(double[][] side) {
    return Arrays.stream(side)
        .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
        .toArray();
  }

  /**
   * SciPy 1.17.1: x, y = np.log(base), np.log(current); s = sqrt(pooled variance * 2 / 3); the bar
   * is expm1(abs(y.mean() - x.mean()) + stats.t.ppf(.95, 4) * hypot(s, session)).
   */
  @ParameterizedTest
  @CsvSource({"0, 0.027647419268936543", "0.01, 0.03812804462943599"})
  void theIntervalMustLieWithinTheMargin(double sessionSd, double bar) {
    assertThat(isShown(BASE, CURRENT, bar - 1e-9, sessionSd)).isFalse();
    assertThat(isShown(BASE, CURRENT, bar + 1e-9, sessionSd)).isTrue();
    assertThat(isShown(CURRENT, BASE, bar - 1e-9, sessionSd)).isFalse();
    assertThat(isShown(CURRENT, BASE, bar + 1e-9, sessionSd)).isTrue();
  }

  /**
   * SciPy 1.17.1, likewise: one iteration in ten is disturbed, which needs 5.20 % by the means and
   * 4.18 % by the means of logs.
   */
  @Test
  void disturbedIterationsCountLessWhereMinimaAgree() {
    double[][] side = {disturbed(100), disturbed(130), disturbed(160)};
    double byLogs = 0.0418498242531866;
    assertThat(isShown(side, side, byLogs - 1e-9, 0)).isFalse();
    assertThat(isShown(side, side, byLogs + 1e-9, 0)).isTrue();
    double[][] otherMinima = {disturbed(100), shifted(130), shifted(160)};
    assertThat(isShown(side, otherMinima, byLogs + 1e-9, 0)).isFalse();
  }

  private static double[] disturbed(double last) {
    double[] fork = new double[10];
    Arrays.fill(fork, 100);
    fork[9] = last;
    return fork;
  }

  private static double[] shifted(double last) {
    double[] fork = disturbed(last);
    fork[0] = 80;
    return fork;
  }

  @Test
  void aLargeChangeIsNotTheSameHoweverSure() {
    double[][] slower = {{106}, {106}, {106}};
    double[][] base = {{100}, {100}, {100}};
    assertThat(isShown(base, slower, 0.05, 0)).isFalse();
    assertThat(isShown(slower, base, 0.05, 0)).isFalse();
    assertThat(isShown(base, base, 0.05, 0)).isTrue();
  }
}
