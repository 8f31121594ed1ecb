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
   * What takes less than an interpreted call, 1 us, may be a twentieth once compiled; where fewer
   * than 2000 items ran, what takes less than 1.8 us a hundredth, or beside others, 5 us a 300th,
   * and 16 us where fewer than 100 did; beside others, 1.8 us in any case.
   */
  @ParameterizedTest
  @CsvSource({
    "900, 2000, false, 0, 45",
    "900, 1999, false, 0, 9",
    "1000, 2000, false, 0, 1000",
    "1700, 1999, false, 0, 17",
    "1800, 1999, false, 0, 1800",
    "900, 2000, true, 0, 900",
    "4500, 1999, false, 1, 15",
    "5000, 1999, false, 1, 5000",
    "15000, 99, false, 1, 50",
    "15000, 100, false, 1, 15000",
    "16000, 99, false, 1, 16000",
    "15000, 99, true, 1, 15000",
    "15000, 99, false, 0, 15000",
    "1700, 2000, false, 1, 85",
    "1800, 2000, false, 1, 1800",
  })
  void aCallMayBeAllThatTookTime(
      double itemNanos, int sampled, boolean settled, int others, double expected) {
    assertThat(of(5000, itemNanos, sampled, settled, others).estimate().itemNanos())
        .isEqualTo(expected);
  }

  /** What has not settled may be much shorter than it seems. */
  @ParameterizedTest
  @CsvSource({"100, true, 0.1", "100, false, 0.1", "40_000, true, 40", "40_000, false, 10"})
  void aPassIsNotLongBeforeItIsCompiled(String itemNanos, boolean settled, double millis) {
    double nanos = Double.parseDouble(itemNanos.replace("_", ""));
    assertThat(of(1000, nanos, 10, settled, 1).passNanos()).isEqualTo(millis * 1e6);
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

  /** Of 50 000 items or more, of which hardly any ran, chunks are made as for a hundredth. */
  @ParameterizedTest
  @CsvSource({
    "50000, 1999, false, 100",
    "49999, 1999, false, 10000",
    "50000, 2000, false, 10000",
    "50000, 1999, true, 10000",
  })
  void chunksOfManyItemsAreMadeForShortOnes(
      int items, int sampled, boolean settled, double expected) {
    assertThat(of(items, 10_000, sampled, settled, 0).ofChunks().itemNanos()).isEqualTo(expected);
  }

  @Test
  void besideOthersTheShortestItemsGainNothing() {
    assertThat(of(1_000_000, 99, 2000, true, 1).mayBeTiny()).isTrue();
    assertThat(of(1_000_000, 100, 2000, true, 1).mayBeTiny()).isFalse();
    assertThat(of(1_000_000, 99, 2000, true, 0).mayBeTiny()).isFalse();
    // Calls of nothing, compiled.
    assertThat(of(1_000_000, 4_900, 1999, false, 1).mayBeTiny()).isTrue();
    assertThat(of(1_000_000, 4_900, 2000, false, 1).mayBeTiny()).isFalse();
    assertThat(of(1_000_000, 1_700, 1999, false, 0).mayBeTiny()).isFalse();
  }
}
