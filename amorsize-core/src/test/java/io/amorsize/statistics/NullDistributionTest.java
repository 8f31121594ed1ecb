package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullDistributionTest {

  private static final double EXACT = 1e-12;

  /** Linear from (0, 0.9) to (1, 0.5), then through (2, 0.1) and (4, 0.01), then t^-2. */
  private static NullDistribution times(double factor) {
    return new NullDistribution(
        new double[] {0, factor, 2 * factor, 4 * factor}, new double[] {0.9, 0.5, 0.1, 0.01}, 2);
  }

  /** By hand: between points the logs are linear, so half way from 1 to 2 lies sqrt(.5 x .1). */
  @ParameterizedTest
  @CsvSource({
    "-1, 1",
    "0, 1",
    "0.5, 0.7",
    "1, 0.5",
    "1.4142135623730951, 0.22360679774997896",
    "2, 0.1",
    "2.8284271247461903, 0.03162277660168379",
    "4, 0.01",
    "8, 0.0025",
    "40, 0.0001"
  })
  void probabilities(double statistic, double p) {
    assertThat(times(1).pValue(statistic)).isCloseTo(p, within(EXACT));
    assertThat(times(3).pValue(3 * statistic)).isCloseTo(p, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({
    "0.95, 1",
    "0.9, 1",
    "0.7, 1",
    "0.5, 1",
    "0.22360679774997896, 1.4142135623730951",
    "0.1, 2",
    "0.03162277660168379, 2.8284271247461903",
    "0.01, 4",
    "0.0025, 8",
    "0.0001, 40"
  })
  void criticalValues(double p, double statistic) {
    assertThat(times(1).critical(p)).isCloseTo(statistic, within(1e-9));
  }

  @Test
  void pointsAreChecked() {
    double[] t = {0, 1, 2};
    double[] p = {0.9, 0.5, 0.1};
    assertThat(new NullDistribution(t, p, 1).pValue(2)).isCloseTo(0.1, within(EXACT));
    assertThat(new NullDistribution(t, new double[] {1, 0.5, 0.1}, 1).pValue(0)).isEqualTo(1);
    assertRefused(new double[] {0, 1}, new double[] {0.9, 0.5}, 1, "at least 3 points");
    assertRefused(t, new double[] {0.9, 0.5, 0.1, 0.05}, 1, "at least 3 points");
    assertRefused(new double[] {0.5, 1, 2}, p, 1, "at least 3 points");
    assertRefused(t, p, 0, "kappa > 0");
    assertRefused(t, p, Double.NaN, "kappa > 0");
    assertRefused(new double[] {0, 1, 1}, p, 1, "point 2");
    assertRefused(new double[] {0, 0, 1}, p, 1, "point 1");
    assertRefused(t, new double[] {0.9, 0.9, 0.1}, 1, "point 1");
    assertRefused(t, new double[] {0.9, 0.5, 0.5}, 1, "point 2");
    assertRefused(t, new double[] {0.9, 0.5, 0}, 1, "point 2");
  }

  private static void assertRefused(double[] t, double[] p, double kappa, String message) {
    assertThatThrownBy(() -> new NullDistribution(t, p, kappa))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static NullTable.Key key(int larger, int smaller) {
    return new NullTable.Key(larger, smaller, true, NullTable.Iterations.MANY);
  }

  private static double critical(NullTable table, int forks, int other) {
    return table.find(forks, other, 8, 0.05).critical(0.1);
  }

  /** The 10 % point of times(f) is 2 f. */
  @Test
  void aTableTakesTheSharpestOfThoseWithNoMoreForks() {
    NullTable table =
        new NullTable(
            Map.of(
                key(3, 3),
                times(4),
                key(4, 3),
                times(3),
                key(5, 3),
                times(2),
                key(5, 5),
                times(1),
                new NullTable.Key(9, 9, false, NullTable.Iterations.MANY),
                times(0.1),
                new NullTable.Key(9, 9, true, NullTable.Iterations.FEW),
                times(0.1)));
    assertThat(critical(table, 5, 5)).isCloseTo(2, within(EXACT));
    assertThat(critical(table, 3, 4)).isCloseTo(6, within(EXACT));
    assertThat(critical(table, 4, 4)).isCloseTo(6, within(EXACT));
    assertThat(critical(table, 4, 5)).isCloseTo(4, within(EXACT));
    assertThat(critical(table, 9, 9)).isCloseTo(2, within(EXACT));
    assertThatThrownBy(() -> critical(table, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no null distribution for 3 v 2 forks");
  }

  /** Equal at their 1 % points, 0.01 at 4, but not at 10 %: the one of more forks counts. */
  @Test
  void ofEquallySharpOnesThatOfMoreForksCounts() {
    NullDistribution other =
        new NullDistribution(new double[] {0, 1, 3, 4}, new double[] {0.9, 0.5, 0.1, 0.01}, 2);
    NullTable more = new NullTable(Map.of(key(4, 3), times(1), key(5, 3), other));
    assertThat(critical(more, 6, 3)).isCloseTo(3, within(EXACT));
    NullTable balanced = new NullTable(Map.of(key(5, 3), times(1), key(5, 4), other));
    assertThat(critical(balanced, 6, 6)).isCloseTo(3, within(EXACT));
  }
}
