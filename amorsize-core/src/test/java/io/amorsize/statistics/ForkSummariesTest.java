package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForkSummariesTest {

  /** Forks by minimum 1, 1, 3; the first two have equal minima and means log 2 and log 3. */
  private static final ForkSummaries FORKS =
      ForkSummaries.of(new double[][] {{3, 3}, {1, 9}, {1, 4}});

  private static double[] costs(ForkSummaries forks, int summary) {
    return java.util.Arrays.stream(forks.summary(summary)).map(Math::exp).toArray();
  }

  @Test
  void theOrderIsByMinimumThenByMean() {
    ForkSummaries sorted = FORKS.inCanonicalOrder();
    assertThat(costs(sorted, 0)).containsExactly(new double[] {1, 1, 3}, within(1e-12));
    assertThat(costs(sorted, 1)).containsExactly(new double[] {2, 3, 3}, within(1e-12));
    assertThat(sorted.leastIterations()).isEqualTo(2);
  }

  @Test
  void aSideIsMadeOfPositions() {
    assertThat(costs(FORKS.pick(1, 1, 0), 0))
        .containsExactly(new double[] {1, 1, 3}, within(1e-12));
    assertThat(FORKS.pick(2).forks()).isEqualTo(1);
    assertThatThrownBy(() -> FORKS.pick()).hasMessage("a side needs at least one fork");
  }

  /** T grows by w / (se + s0), w = 1, .7, .6: the second leads below 0.7 of the first's error. */
  @Test
  void theLeadIsExpectedWhereTheErrorIsSmallForItsWeight() {
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 1, 1})).isZero();
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 0.6, 1})).isEqualTo(1);
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 0.75, 1})).isZero();
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 0.6, 0.5})).isEqualTo(2);
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 0.6, 0.55})).isEqualTo(1);
    assertThat(ChangeStatistic.expectedLead(new double[] {1, 1, 0.5})).isEqualTo(2);
  }
}
