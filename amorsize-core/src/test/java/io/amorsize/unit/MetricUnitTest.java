package io.amorsize.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.unit.MetricUnit.Quantity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricUnitTest {

  @ParameterizedTest
  @CsvSource({
    "ns/op, TIME_PER_OPERATION, 1e-9, LOWER",
    "us/op, TIME_PER_OPERATION, 1e-6, LOWER",
    "min/op, TIME_PER_OPERATION, 60, LOWER",
    "ops/s, OPERATIONS_PER_TIME, 1, HIGHER",
    "ops/ms, OPERATIONS_PER_TIME, 1e3, HIGHER",
    "ops/min, OPERATIONS_PER_TIME, 0.016666666666666666, HIGHER",
    "B/op, BYTES_PER_OPERATION, 1, LOWER",
    "MB/sec, BYTES_PER_TIME, 1e6, UNKNOWN",
    "ms, TIME, 1e-3, LOWER",
    "#/op, COUNT_PER_OPERATION, 1, LOWER",
    "counts, OTHER, 1, UNKNOWN",
    "---, OTHER, 1, UNKNOWN",
    "furlong/fortnight, OTHER, 1, UNKNOWN",
    "widgets/op, OTHER, 1, UNKNOWN",
  })
  void readsWhatJmhWrites(String symbol, Quantity quantity, double inBase, Better better) {
    MetricUnit unit = MetricUnit.parse(" " + symbol + " ");
    assertThat(unit.symbol()).isEqualTo(symbol);
    assertThat(unit.quantity()).isEqualTo(quantity);
    assertThat(unit.inBase()).isCloseTo(inBase, within(1e-15));
    assertThat(unit.better()).isEqualTo(better);
  }

  @ParameterizedTest
  @CsvSource({"ms/op, us/op, 1000", "ops/s, ops/ms, 0.001", "B/op, B/op, 1", "us, ms, 0.001"})
  void convertsWithinAQuantity(String from, String to, double factor) {
    assertThat(MetricUnit.parse(from).factorTo(MetricUnit.parse(to)).orElseThrow())
        .isCloseTo(factor, within(factor * 1e-12));
  }

  @ParameterizedTest
  @CsvSource({"ms/op, ops/ms", "B/op, ns/op", "counts, ---", "ms, ms/op"})
  void refusesToConvertBetweenQuantities(String from, String to) {
    assertThat(MetricUnit.parse(from).factorTo(MetricUnit.parse(to))).isEmpty();
  }

  @Test
  void unknownUnitsConvertOnlyIntoThemselves() {
    assertThat(MetricUnit.parse("counts").factorTo(MetricUnit.parse("counts"))).contains(1.0);
  }

  @Test
  void refusesAnImpossibleFactor() {
    assertThatThrownBy(() -> new MetricUnit("x", Quantity.OTHER, 0))
        .hasMessageContaining("inBase must be a positive finite number");
  }

  @Property
  void readsAnyTextWithoutFailing(@ForAll String symbol) {
    assertThat(MetricUnit.parse(symbol).symbol()).isEqualTo(symbol.strip());
  }

  @Test
  void directionsHaveTheirWordsForFiles() {
    assertThat(Better.values())
        .extracting(Better::label)
        .containsExactly("lower", "higher", "unknown");
  }
}
