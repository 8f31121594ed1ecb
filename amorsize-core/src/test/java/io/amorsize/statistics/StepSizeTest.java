package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepSizeTest {

  /**
   * NumPy 2.4 and SciPy 1.17: lstsq with a column for each group and one for what comes after;
   * stats.t.ppf(.975, 6) sqrt(squares within groups and sides / 6 / sum(n m / (n + m))).
   */
  @Test
  void isTheLeastSquaresEstimateOfACommonStep() {
    double[] values = {1, 1.2, 3.1, 0.9, 3.3, 2, 2.3, 4.4, 2.1, 4.1};
    int[] groups = {0, 0, 1, 0, 1, 0, 0, 1, 0, 1};
    StepSize size = StepSize.of(values, groups, 5, 1);
    assertThat(size.difference()).isCloseTo(1.08, within(1e-12));
    assertThat(size.interval().lower()).isCloseTo(1.08 - 0.2513962946538142, within(1e-9));
    assertThat(size.interval().upper()).isCloseTo(1.08 + 0.2513962946538142, within(1e-9));
  }

  @Test
  void outliersCountUpToTheClip() {
    double[] values = {0, 0, 0, 0, 100, 1, 1, 1, 1, 1};
    StepSize size = StepSize.of(values, new int[10], 5, 0.1);
    // The outlier counts as 0.4: the mean before is 0.08.
    assertThat(size.difference()).isCloseTo(0.92, within(1e-12));
  }

  @Test
  void groupsOfOneSideAloneGiveTheMediansAndNoInterval() {
    StepSize size = StepSize.of(new double[] {1, 1, 3, 3}, new int[] {0, 0, 1, 1}, 2, 1);
    assertThat(size.difference()).isEqualTo(2);
    assertThat(size.interval().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(size.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
