package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTextTest {

  @Test
  void timesHaveThreeSignificantDigits() {
    assertThat(PlanText.time(2.345)).isEqualTo("2.35 ns");
    assertThat(PlanText.time(82_440)).isEqualTo("82.4 us");
    assertThat(PlanText.time(123_400_000)).isEqualTo("123 ms");
    assertThat(PlanText.time(1.5e9)).isEqualTo("1.50 s");
    assertThat(PlanText.time(1e12)).isEqualTo("1000 s");
  }

  @Test
  void speedupsHaveTwoDecimals() {
    assertThat(PlanText.times(1.875)).isEqualTo("1.88x");
    assertThat(PlanText.times(1)).isEqualTo("1.00x");
    assertThat(PlanText.times(0.004)).isEqualTo("0.00x");
  }
}
