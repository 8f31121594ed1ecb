package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuccessiveScaleTest {

  private static final double[] VALUES = {3, 4, 2, 6, 5, 9, 4, 4.5};

  /**
   * NumPy 2.4: d = sort(abs(diff(x)) / sqrt(2)); (median(d) / .6745 + d[int(.8 * len(d))] / 1.2816)
   * / 2; in groups, d of each group together.
   */
  @Test
  void averagesTwoQuantilesOfSuccessiveDifferences() {
    assertThat(SuccessiveScale.of(VALUES)).isCloseTo(2.1518171533513657, within(1e-12));
    assertThat(SuccessiveScale.of(VALUES, new int[] {0, 0, 1, 0, 1, 0, 1, 0}))
        .isCloseTo(2.138033940763374, within(1e-12));
  }

  /** One difference of 99 goes from wherever it was to the top: both quantiles move by one. */
  @Test
  void aLevelThatShiftsOnceHardlyCounts() {
    double[] values = new Random(1).doubles(100, -1, 1).toArray();
    double[] shifted = values.clone();
    for (int i = 40; i < shifted.length; i++) {
      shifted[i] += 1000;
    }
    double scale = SuccessiveScale.of(values);
    assertThat(SuccessiveScale.of(shifted)).isCloseTo(scale, within(0.1 * scale));
  }

  @Test
  void oneValueDoesNotScatter() {
    assertThat(SuccessiveScale.of(new double[] {5})).isZero();
    assertThat(SuccessiveScale.of(new double[] {5, 9}, new int[] {0, 1})).isZero();
  }
}
