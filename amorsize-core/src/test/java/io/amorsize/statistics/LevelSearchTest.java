package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelSearchTest {

  private static final double PENALTY = 14;

  private static double[] noise(int length, long seed) {
    return new Random(seed).doubles(length, -1.7, 1.7).toArray();
  }

  /** Least cost of a stretch on the grid of 0.25 that is anchored at the median of all. */
  private static double stretch(double[] values, int from, int to) {
    double anchor = Medians.of(values);
    double least = Double.POSITIVE_INFINITY;
    for (int cell = -60; cell <= 60; cell++) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += RobustCost.of(values[i] - anchor - cell * 0.25);
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  private static double cost(double[] values, int[] starts) {
    int[] bounds =
        IntStream.concat(
                IntStream.of(0),
                IntStream.concat(Arrays.stream(starts), IntStream.of(values.length)))
            .toArray();
    double sum = PENALTY * starts.length;
    for (int i = 1; i < bounds.length; i++) {
      sum += stretch(values, bounds[i - 1], bounds[i]);
    }
    return sum;
  }

  /** Of all ways to cut a series into stretches of 2 values and more. */
  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (int cuts = 0; cuts < 1 << (values.length - 1); cuts++) {
      int set = cuts;
      int[] starts =
          IntStream.range(1, values.length).filter(i -> (set >> (i - 1)) % 2 == 1).toArray();
      int[] ends = IntStream.concat(Arrays.stream(starts), IntStream.of(values.length)).toArray();
      int from = 0;
      boolean allowed = true;
      for (int end : ends) {
        allowed &= end - from >= 2;
        from = end;
      }
      if (allowed) {
        least = Math.min(least, cost(values, starts));
      }
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noOtherSegmentationCostsLess(long seed) {
    double[] values = noise(11, seed);
    for (int i = (int) seed % 4 + 2; i < values.length; i++) {
      values[i] += seed % 2 == 0 ? 7 : -5;
    }
    values[9] += 8;
    assertThat(cost(values, LevelSearch.starts(values, PENALTY)))
        .isCloseTo(least(values), within(1e-9));
  }

  @Test
  void twoValuesFarAwayAreALevelAndOneIsNot() {
    double[] values = noise(40, 7);
    double[] spike = values.clone();
    spike[20] += 50;
    assertThat(LevelSearch.starts(spike, PENALTY)).isEmpty();
    double[] atEnd = values.clone();
    atEnd[39] += 50;
    assertThat(LevelSearch.starts(atEnd, PENALTY)).isEmpty();
    atEnd[38] += 50;
    assertThat(LevelSearch.starts(atEnd, PENALTY)).containsExactly(38);
  }

  @Test
  void tooFewValuesHaveOneLevel() {
    assertThat(LevelSearch.starts(new double[] {0, 0, 99}, PENALTY)).isEmpty();
    assertThat(LevelSearch.starts(new double[0], PENALTY)).isEmpty();
    assertThat(LevelSearch.starts(new double[] {0, 0, 99, 99}, PENALTY)).containsExactly(2);
  }

  @Test
  void aWideSeriesHasACoarserGridAndTheSameSteps() {
    double[] values = noise(60, 8);
    for (int i = 30; i < 60; i++) {
      values[i] += 1e7;
    }
    assertThat(LevelSearch.starts(values, PENALTY)).containsExactly(30);
  }
}
