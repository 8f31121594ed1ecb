package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

  private static final long MILLISECOND = 1_000_000;

  private final BatchSize size = new BatchSize(1024);

  @Test
  void lightItemsDoubleUntilThereIsEnoughWorkToPlan() {
    assertThat(size.items()).isEqualTo(1);
    size.unplanned(1, 0, 10_000);
    assertThat(size.items()).isEqualTo(2);
    size.unplanned(2, 0, 20_000);
    assertThat(size.items()).isEqualTo(4);
    assertThat(size.isProbed()).isFalse();
    size.unplanned(256, 0, 2 * MILLISECOND);
    assertThat(size.isProbed()).isTrue();
    assertThat(size.items()).isEqualTo(1024);
  }

  @Test
  void theLightestItemsArePlannedWhenTheBatchIsFull() {
    size.unplanned(1024, 0, 1_000);
    assertThat(size.isProbed()).isTrue();
    assertThat(size.items()).isEqualTo(1024);
  }

  @Test
  void oneHeavyItemIsEnoughAndAFewMoreArePlanned() {
    size.unplanned(1, 0, 500 * MILLISECOND);
    assertThat(size.isProbed()).isTrue();
    assertThat(size.items()).isEqualTo(16);
  }

  @Test
  void plannedBatchesTakeATenthOfASecond() {
    size.unplanned(4, 0, 4 * MILLISECOND);
    assertThat(size.items()).isEqualTo(100);
    size.planned(2, 100, 50 * MILLISECOND);
    assertThat(size.items()).isEqualTo(200);
    size.planned(2, 200, 400 * MILLISECOND);
    assertThat(size.items()).isEqualTo(50);
  }

  @Test
  void threadsHaveSomeItemsEach() {
    size.unplanned(1, 0, 500 * MILLISECOND);
    size.planned(32, 16, 1000 * MILLISECOND);
    assertThat(size.items()).isEqualTo(128);
  }

  @Test
  void aSlowSourceOfLightItemsIsPassedOnItemByItem() {
    size.unplanned(1, 1000 * MILLISECOND, 1_000);
    assertThat(size.items()).isEqualTo(1);
    assertThat(size.isProbed()).isFalse();
  }

  @Property
  void isAlwaysInRange(
      @ForAll @IntRange(min = 1, max = 2000) int most,
      @ForAll @IntRange(min = 1, max = 100) int jobs,
      @ForAll @LongRange(max = Long.MAX_VALUE / 4) long nanos) {
    BatchSize any = new BatchSize(most);
    for (int i = 0; i < 15; i++) {
      if (any.isProbed()) {
        any.planned(jobs, any.items(), nanos);
      } else {
        any.unplanned(any.items(), nanos / 2, nanos / 2);
      }
      assertThat(any.items()).isBetween(1, most);
    }
  }
}
