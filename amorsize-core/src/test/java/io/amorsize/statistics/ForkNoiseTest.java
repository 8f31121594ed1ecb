package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForkNoiseTest {

  private static final double LOG_3_PERCENT = Math.log1p(0.03);

  private static ForkSummaries forks(double... costs) {
    double[][] forks = new double[costs.length][];
    for (int i = 0; i < costs.length; i++) {
      forks[i] = new double[] {costs[i], costs[i], costs[i]};
    }
    return ForkSummaries.of(forks);
  }

  /** sd of (0, 0.02) is 0.02 / sqrt(2), of (0, 0.06) three times that; the root of their mean. */
  @Test
  void poolsTheVariancesOfSessions() {
    ForkNoise found = ForkNoise.of(List.of(forks(1, Math.exp(0.02)), forks(1, Math.exp(0.06))));
    double expected = Math.sqrt((0.02 * 0.02 + 0.06 * 0.06) / 2 / 2);
    assertThat(found.least()).isCloseTo(expected, within(1e-12));
    assertThat(found.mean()).isCloseTo(expected, within(1e-12));
    assertThat(found.slow()).isCloseTo(expected, within(1e-12));
    assertThatThrownBy(() -> new ForkNoise(-1, 0, 0)).hasMessageContaining("must be 0 or more");
  }

  @Test
  void makesTheStatisticSmallerOrLeavesIt() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      ForkSummaries base = forks(random.doubles(3, 99, 101).toArray());
      ForkSummaries current = forks(random.doubles(3, 104, 106).toArray());
      double alone = ChangeStatistic.of(base, current, LOG_3_PERCENT, 0).value();
      ForkNoise known = new ForkNoise(0.01, 0.01, 0.01);
      double told = ChangeStatistic.of(base, current, LOG_3_PERCENT, 0, known).value();
      assertThat(told).isLessThanOrEqualTo(alone);
    }
  }
}
