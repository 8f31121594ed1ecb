package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollingFencesTest {

  private static double[] noise(long seed, int length) {
    Random random = new Random(seed);
    return IntStream.range(0, length).mapToDouble(i -> 100 + random.nextGaussian()).toArray();
  }

  private static int[] found(double[] values) {
    boolean[] outliers = RollingFences.outliers(values);
    return IntStream.range(0, values.length).filter(i -> outliers[i]).toArray();
  }

  /** The definition, window by window. */
  private static boolean[] byDefinition(double[] values) {
    boolean[] outliers = new boolean[values.length];
    for (int from = 30; from + 200 <= values.length; from++) {
      double[] sorted = Arrays.copyOfRange(values, from, from + 200);
      Arrays.sort(sorted);
      // Type 7 at .01, .5 and .99 of 200 values: places 1.99, 99.5 and 197.01, from 0 on.
      double low = sorted[1] + 0.99 * (sorted[2] - sorted[1]);
      double median = (sorted[99] + sorted[100]) / 2;
      double high = sorted[197] + 0.01 * (sorted[198] - sorted[197]);
      for (int i = from; i < from + 200; i++) {
        outliers[i] |= Math.abs(values[i] - median) > 3 * (high - low) + 1e-9;
      }
    }
    return outliers;
  }

  @Test
  void singleSlowIterationsAreFound() {
    double[] values = noise(1, 1000);
    values[400] = 200;
    values[401] = 190;
    values[999] = 20;
    assertThat(found(values)).containsExactly(400, 401, 999);
  }

  @Test
  void warmupAndStepsAreNone() {
    double[] values = noise(2, 1000);
    Arrays.fill(values, 0, 20, 500);
    for (int i = 500; i < 1000; i++) {
      values[i] += 30;
    }
    // A window that reaches 2 iterations beyond a step takes those for outliers.
    assertThat(Arrays.stream(found(values))).allMatch(place -> Math.abs(place - 499.5) <= 2);
    Arrays.fill(values, 20, 400, 300);
    assertThat(Arrays.stream(found(values))).allMatch(place -> place > 390);
  }

  @Test
  void oneSlowIterationOfAShortForkIsFound() {
    double[] values = noise(3, 40);
    values[20] = 150;
    assertThat(found(values)).containsExactly(20);
    assertThat(found(new double[] {1, 2})).isEmpty();
  }

  @Property(tries = 30)
  void theSortedWindowIsTheWindow(
      @ForAll long seed, @ForAll @IntRange(min = 230, max = 600) int length) {
    double[] values = noise(seed, length);
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      values[random.nextInt(length)] *= 1 + random.nextDouble();
    }
    assertThat(RollingFences.outliers(values)).isEqualTo(byDefinition(values));
  }
}
