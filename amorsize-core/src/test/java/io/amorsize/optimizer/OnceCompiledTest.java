package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnceCompiledTest {

  private static OnceCompiled of(
      int items, double itemNanos, int sampled, boolean settled, int others) {
    return new OnceCompiled(
        new CostModel(items, itemNanos, 0),
        new SampleProfile(sampled, itemNanos, 0, 1, 0, settled, others, itemNanos));
  }

  /**
   * What takes less than an interpreted call, 1 us or 3 us beside others, may be a twentieth once
   * compiled, or a hundredth where fewer than 2000 items ran.
   */
  @ParameterizedTest
  @CsvSource({
    "900, 2000, false, 0, 45",
    "900, 1999, false, 0, 9",
    "1000, 2000, false, 0, 1000",
    "900, 2000, true, 0, 900",
    "2900, 2000, false, 1, 145",
    "3000, 2000, false, 1, 3000",
  })
  void aCallMayBeAllThatTookTime(
      double itemNanos, int sampled, boolean settled, int others, double expected) {
    assertThat(of(5000, itemNanos, sampled, settled, others).estimate().itemNanos())
        .isEqualTo(expected);
  }

  /** 0.3 ms together once compiled, or 1 ms of items below 100 ns that have settled. */
  @ParameterizedTest
  @CsvSource({
    "6000, 900, 2000, false, true",
    "7000, 900, 2000, false, false",
    "7000, 900, 1999, false, true",
    "6000, 900, 2000, true, false",
    "9999, 99, 2000, true, true",
    "10200, 99, 2000, true, false",
    "9000, 100, 2000, true, false",
  })
  void threadsMayMakeAPassLonger(
      int items, double itemNanos, int sampled, boolean settled, boolean tiny) {
    assertThat(of(items, itemNanos, sampled, settled, 0).mayBeTiny()).isEqualTo(tiny);
  }

  @Test
  void besideOthersTheShortestItemsGainNothing() {
    assertThat(of(1_000_000, 99, 2000, true, 1).mayBeTiny()).isTrue();
    assertThat(of(1_000_000, 100, 2000, true, 1).mayBeTiny()).isFalse();
    assertThat(of(1_000_000, 99, 2000, true, 0).mayBeTiny()).isFalse();
  }
}
