package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableChangeTest {

  private static final double LEVEL = 0.009;

  /** Its critical value at the level is 3. */
  private static final NullDistribution DISTRIBUTION =
      new NullDistribution(new double[] {0, 1, 3, 9}, new double[] {0.9, 0.1, LEVEL, 0.001}, 2);

  private static final DetectableChange DETECTABLE =
      new DetectableChange(
          new NullTable(
              Map.of(new NullTable.Key(3, 3, true, NullTable.Iterations.FEW), DISTRIBUTION)),
          LEVEL);

  private static SuiteTest.Row row(double threshold, double sessionSd) {
    return new SuiteTest.Row(
        ForkSummaries.of(new double[][] {{98}, {100}, {102}}),
        ForkSummaries.of(new double[][] {{99}, {100}, {103}}),
        Math.log1p(threshold),
        sessionSd);
  }

  /**
   * NumPy 2.4: se = hypot(sqrt(pooled variance of the logs * 2 / 3), session); w = 1, .7, .6; the
   * larger of (3 + 1) / cbrt(sum((w / (se + .003))**3)) and log1p(threshold) + .84 se, as a share.
   */
  @ParameterizedTest
  @CsvSource({
    "0.03, 0, 0.06985448058067682",
    "0.20, 0, 0.2168230552295931",
    "0.03, 0.02, 0.10511926962370312",
  })
  void theSmallestChangePassesTheCriticalValueAndTheThreshold(
      double threshold, double sessionSd, double smallest) {
    assertThat(DETECTABLE.smallest(row(threshold, sessionSd))).isCloseTo(smallest, within(1e-12));
  }

  /** The same formula with se in proportion to sqrt(2 / forks), at 3, 4, 5 and 100 forks. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 3",
    "0.06752263977, 3",
    "0.06752263976, 4",
    "0.05986282709, 4",
    "0.05986282708, 5",
    "0.04166430105, 10",
    "0.03197013782, 100",
  })
  void saysHowManyForksASmallerChangeTakes(double logChange, int forks) {
    assertThat(DETECTABLE.forksNeeded(row(0.03, 0), logChange)).hasValue(forks);
  }

  @Test
  void moreThanAHundredForksAreNoAnswer() {
    assertThat(DETECTABLE.forksNeeded(row(0.03, 0), 0.03197013781)).isEmpty();
    assertThat(DETECTABLE.forksNeeded(row(0.03, 0), Math.log1p(0.03))).isEmpty();
    assertThat(DETECTABLE.forksNeeded(row(0.03, 0.02), 0.06)).isEmpty();
  }
}
