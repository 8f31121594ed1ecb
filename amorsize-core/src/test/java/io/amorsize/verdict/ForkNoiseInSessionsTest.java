package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.statistics.ForkNoise;
import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.statistics.SequentialTest;
import io.amorsize.statistics.SuiteTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkNoiseInSessionsTest {

  private static final double LOG_3_PERCENT = Math.log1p(0.03);

  /** Forks of 20 equal iterations. */
  private static ForkSummaries forks(double... costs) {
    double[][] forks = new double[costs.length][20];
    for (int i = 0; i < costs.length; i++) {
      Arrays.fill(forks[i], costs[i]);
    }
    return ForkSummaries.of(forks);
  }

  private static SequentialTest test(int pairs) {
    return new SequentialTest(ShippedNullTable.get(), SequentialDesign.upTo(pairs));
  }

  /** Forks that agree to 0.02 %, 30 % apart: by themselves they could hardly be clearer. */
  @Test
  void forksThatAgreeByChanceAreNotCalledBeforeTheLastLook() {
    ForkNoise known = new ForkNoise(0.2, 0.2, 0.2);
    SuiteTest.Row alone =
        new SuiteTest.Row(forks(100, 100.01, 100.02), forks(130, 130.01, 130.02), LOG_3_PERCENT, 0);
    SuiteTest.Row told = new SuiteTest.Row(alone.base(), alone.current(), LOG_3_PERCENT, 0, known);
    SequentialTest early = test(5);
    assertThat(early.crosses(alone, early.test(List.of(alone)).get(0), 1)).isTrue();
    assertThat(early.crosses(told, early.test(List.of(told)).get(0), 1)).isFalse();
    SequentialTest last = test(3);
    assertThat(last.test(List.of(told))).isEqualTo(last.test(List.of(alone)));
    assertThat(early.givesUp(told)).isEqualTo(early.givesUp(alone)).isFalse();
  }

  @Test
  void rowsWhoseForksAreKnownToDifferAreNotShownToBeTheSameEarly() {
    ForkNoise known = new ForkNoise(0.03, 0.03, 0.03);
    ForkSummaries side = forks(100, 100.01);
    assertThat(SequentialTest.showsSame(new SuiteTest.Row(side, side, 0, 0), 0.05)).isTrue();
    assertThat(SequentialTest.showsSame(new SuiteTest.Row(side, side, 0, 0, known), 0.05))
        .isFalse();
  }
}
