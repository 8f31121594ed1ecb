package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.statistics.NullTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedNullTableTest {

  /** Points as they stand in the resource: of 5 v 5 forks P(T > t) is 10 % at these. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.03, 1.3920",
    "10, 0, 1.6091",
    "8, 0.03, 1.3920",
    "3, 0.03, 1.6039",
    "7, 0.03, 1.6039",
    "2, 0.03, 1.7011"
  })
  void holdsThePointsOfItsResource(int iterations, double threshold, double t) {
    NullTable table = ShippedNullTable.read();
    assertThat(table.find(5, 5, iterations, Math.log1p(threshold)).pValue(t))
        .isCloseTo(0.1, within(1e-9));
    assertThat(ShippedNullTable.get().find(5, 5, iterations, Math.log1p(threshold)).critical(0.1))
        .isCloseTo(t, within(1e-9));
  }
}
