package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StepTestTest {

  private static final double[] STEP = {0, 0.5, -0.3, 0.2, -0.1, 2.5, 3, 2.8};

  /**
   * NumPy 2.4, all 40320 permutations of the clipped and centered values: the share whose largest
   * abs(c[:k].sum()) / sqrt(s2 k (n - k) / n), k = 2 ... 6, reaches that of the data. 1999 drawn
   * ones, or those until 8 reach it, come within 5 standard errors.
   */
  @Test
  void approachesTheShareOfAllPermutations() {
    StepTest test = StepTest.of(STEP, new int[8], 2);
    assertThat(test.statistic()).isCloseTo(2.598996501020549, within(1e-12));
    assertThat(test.p()).isBetween(0.0357 * 0.3, 0.0357 * 3);
  }

  /** NumPy 2.4, all 6! 4! permutations within the groups: 0.0111 of them reach 2.7846. */
  @Test
  void permutesWithinGroups() {
    double[] values = {0, 1.5, 0.4, -0.3, 1.2, 0.2, 3, 4.4, 2.9, 4.2};
    int[] groups = {0, 1, 0, 0, 1, 0, 0, 1, 0, 1};
    StepTest test = StepTest.of(values, groups, 2);
    assertThat(test.statistic()).isCloseTo(2.784629084444219, within(1e-12));
    assertThat(test.p()).isBetween(0.0111 * 0.3, 0.0111 * 3);
  }

  @Test
  void whatDividesGroupsIsNoStep() {
    double[] values = new double[20];
    int[] groups = new int[20];
    for (int i = 0; i < 20; i++) {
      groups[i] = i < 10 ? 0 : 1;
      values[i] = i < 10 ? i % 3 : 3 + i % 3;
    }
    assertThat(StepTest.of(values, groups, 2).p()).isGreaterThan(0.05);
    assertThat(StepTest.of(values, new int[20], 2).p()).isLessThan(0.0015);
  }

  @Test
  void equalValuesAreAtOneLevel() {
    assertThat(StepTest.of(new double[30], new int[30], 2).p()).isEqualTo(1);
  }

  @Test
  void aClearStepReachesTheLeastProbability() {
    double[] values = new Random(1).doubles(60, -1, 1).toArray();
    for (int i = 40; i < 60; i++) {
      values[i] += 3;
    }
    assertThat(StepTest.of(values, new int[60], 5).p()).isEqualTo(1.0 / StepTest.WAYS);
  }

  /** Of 400 tests of noise, a share near the level rejects. */
  @Test
  void keepsItsLevel() {
    Random random = new Random(2);
    int rejected = 0;
    for (int i = 0; i < 400; i++) {
      double[] values = random.doubles(30, -1, 1).toArray();
      rejected += StepTest.of(values, new int[30], 2).p() <= 0.05 ? 1 : 0;
    }
    // Binomial(400, 0.05) lies within 7 and 35 with probability 0.9995.
    assertThat(rejected).isBetween(7, 35);
  }
}
