package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.SideSummary;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.00001234567, 1.235e-05",
    "0.0123456, 0.01235",
    "0.99999, 1.0000",
    "12.3456, 12.35",
    "1234.56, 1235",
    "98765.4, 98765",
    "999999.4, 999999",
    "999999.5, 1.000M",
    "123456789, 123.5M",
    "999960000, 1.000G",
    "1234567890123, 1.235T",
    "9.89e17, 989.0P",
    "9.9996e17, 1.000e+18",
    "-12.3456, -12.35"
  })
  void valuesHaveFourDigits(double value, String text) {
    assertThat(RowNumbers.value(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.102, +10.2%",
    "0.95, -5.0%",
    "1.0004, 0.0%",
    "0.9996, 0.0%",
    "10.99, x11.0",
    "24, x24.0",
    "24000, x24000"
  })
  void changesAreOfCost(double slowdown, String text) {
    assertThat(RowNumbers.change(slowdown)).isEqualTo(text);
  }

  @Test
  void spreadIsHalfOfTheIntervalOfTheLogs() {
    double byHand = byHand(Math.log(9), Math.log(10), Math.log(11));
    assertThat(spread(Better.LOWER, 9, 10, 11)).isCloseTo(byHand, within(1e-9));
    assertThat(byHand).isCloseTo(28.32, within(0.005));
    assertThat(spread(Better.HIGHER, 9, 10, 11)).isCloseTo(byHand, within(1e-9));
  }

  /** With 2 degrees of freedom, the quantile of t is q sqrt(2 / (1 - q q)) for q = 0.95. */
  private static double byHand(double a, double b, double c) {
    double mean = (a + b + c) / 3;
    double squares = (a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean);
    double quantile = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));
    return 100 * Math.expm1(quantile * Math.sqrt(squares / 2) / Math.sqrt(3));
  }

  @Test
  void oneForkHasNoSpread() {
    assertThat(RowNumbers.spreadPercent(side(10), Better.LOWER)).isEmpty();
    assertThat(RowNumbers.spreadPercent(side(10, 0), Better.LOWER)).isEmpty();
  }

  private static double spread(Better better, double... means) {
    return RowNumbers.spreadPercent(side(means), better).orElseThrow();
  }

  private static SideSummary side(double... means) {
    List<Fork> forks = java.util.Arrays.stream(means).mapToObj(Fork::of).toList();
    return new SideSummary(
        RunBuilder.key("p.A.m", "avgt", Map.of(), 1),
        new Measurements(MetricUnit.parse("us/op"), forks),
        OptionalDouble.of(10));
  }
}
