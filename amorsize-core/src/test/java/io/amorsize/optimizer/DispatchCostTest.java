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

  /**
   * To wake a thread costs 40 us of two threads; each further helper four tenths of the first, of
   * which no more than 20 us are believed.
   */
  @Test
  void furtherHelpersCostLessThanTheFirst() {
    assertThat(DispatchCost.nanos(2)).isGreaterThan(40_000);
    DispatchCost.OneHelper cost = new DispatchCost.OneHelper(50_000, 0);
    assertThat(cost.with(2)).isEqualTo(60_000);
    assertThat(cost.with(4)).isEqualTo(76_000);
    assertThat(cost.with(7)).isEqualTo(100_000);
    assertThat(new DispatchCost.OneHelper(5_000, 0).with(4)).isEqualTo(49_000);
  }

  /** Clocks of the JVM may be below zero. */
  @Test
  void aCostIsStaleAfterASecond() {
    DispatchCost.OneHelper cost = new DispatchCost.OneHelper(50_000, -SECOND / 2);
    assertThat(cost.isStale(SECOND / 2)).isFalse();
    assertThat(cost.isStale(SECOND / 2 + 1)).isTrue();
  }

  /** What the host does meanwhile only adds. */
  @Test
  void measuredAgainACostOnlyFalls() {
    assertThat(new DispatchCost.OneHelper(0.5, 0).again().nanos()).isEqualTo(0.5);
    DispatchCost.OneHelper again = new DispatchCost.OneHelper(1e15, 0).again();
    assertThat(again.nanos()).isLessThan(1e15);
    assertThat(again.isStale(System.nanoTime())).isFalse();
  }
}
