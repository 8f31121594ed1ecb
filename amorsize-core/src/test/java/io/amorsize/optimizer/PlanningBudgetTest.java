package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** 10 ms or a fifth of the work, of which 70 % are planned for, 60 % where steps are late. */
class PlanningBudgetTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong clock = new AtomicLong(5 * MILLI);
  private final PlanningBudget budget =
      new PlanningBudget(clock::get, new OptimizerOptions(2, 64, Duration.ofMillis(10), 0.2));

  @Test
  void isTheFloorUntilTheWorkIsKnown() {
    assertThat(budget.limitNanos()).isEqualTo(7e6);
    assertThat(budget.allowedNanos()).isEqualTo(10e6);
    budget.serialEstimate(40e6);
    assertThat(budget.allowedNanos()).isEqualTo(10e6);
    budget.serialEstimate(100e6);
    assertThat(budget.allowedNanos()).isEqualTo(20e6);
    assertThat(budget.limitNanos()).isEqualTo(14e6);
  }

  @Test
  void isUsedUpByTheClock() {
    clock.addAndGet(3 * MILLI);
    assertThat(budget.spentNanos()).isEqualTo(3e6);
    assertThat(budget.totalNanos()).isEqualTo(3e6);
    assertThat(budget.leftNanos()).isEqualTo(4e6);
    assertThat(budget.allowedNanos()).isEqualTo(7e6);
    clock.addAndGet(20 * MILLI);
    assertThat(budget.leftNanos()).isZero();
    assertThat(budget.allowedNanos()).isZero();
  }

  @Test
  void leavesTheFirstItemOut() {
    clock.addAndGet(4 * MILLI);
    budget.beginAfterFirstItem();
    clock.addAndGet(MILLI);
    assertThat(budget.spentNanos()).isEqualTo(1e6);
    assertThat(budget.totalNanos()).isEqualTo(5e6);
  }

  @Test
  void aimsLowerWhereStepsAreLate() {
    budget.stepsAreLate(true);
    assertThat(budget.limitNanos()).isEqualTo(5e6);
    budget.stepsAreLate(false);
    assertThat(budget.limitNanos()).isEqualTo(7e6);
  }
}
