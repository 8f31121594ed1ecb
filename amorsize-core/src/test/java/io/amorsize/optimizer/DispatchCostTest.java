package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispatchCostTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void nobodyToHandWorkToCostsNothing() {
    assertThat(DispatchCost.nanos(1)).isZero();
    assertThat(DispatchCost.recentNanos(1)).isZero();
  }

  /** To wake a thread costs 20 us of two threads; each further helper four tenths of the first. */
  @Test
  void furtherHelpersCostLessThanTheFirst() {
    assertThat(DispatchCost.nanos(2)).isGreaterThan(20_000);
    DispatchCost.OneHelper cost = new DispatchCost.OneHelper(50_000, 0);
    assertThat(cost.with(2)).isEqualTo(70_000);
    assertThat(cost.with(4)).isEqualTo(110_000);
  }

  /** Clocks of the JVM may be below zero. */
  @Test
  void aCostIsStaleAfterASecond() {
    DispatchCost.OneHelper cost = new DispatchCost.OneHelper(50_000, -SECOND / 2);
    assertThat(cost.isStale(SECOND / 2)).isFalse();
    assertThat(cost.isStale(SECOND / 2 + 1)).isTrue();
  }
}
