package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected values are derived by hand from the distances beside them. */
class KneeTest {

  @Test
  void theBendOfAHyperbola() {
    double[] x = {100, 50, 20, 10, 5, 2, 1};
    double[] y = {1, 2, 5, 10, 20, 50, 100};
    // Distances (100 - y) / 99 - (x - 1) / 99: 0, .495, .768, .818, .768, .495, 0.
    assertThat(Knee.of(x, y, 1)).hasValue(3);
  }

  @Test
  void aHigherSensitivityNeedsADeeperFall() {
    // Distances 0, .40, .37, .40, 0: the fall behind the first maximum is 0.03.
    double[] x = {100, 50, 30, 10, 0};
    double[] y = {0, 10, 33, 50, 100};
    assertThat(Knee.of(x, y, 0.05)).hasValue(1);
    assertThat(Knee.of(x, y, 1)).hasValue(3);
  }

  @Test
  void aStraightLineHasNone() {
    assertThat(Knee.of(new double[] {2, 1}, new double[] {0, 5}, 1)).isEmpty();
    assertThat(Knee.of(new double[] {3, 2, 1}, new double[] {0, 5, 10}, 1)).isEmpty();
  }
}
