package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlantedChangeTest {

  private static final double[][] FLAT = {new double[10], new double[10]};

  static {
    Arrays.stream(FLAT).forEach(fork -> Arrays.fill(fork, 100));
  }

  private static List<Fork> plant(PlantedChange change, String unit, long seed) {
    BenchmarkRow row = SyntheticRows.row("bench.Row", unit, FLAT);
    return change.plant(row, new SplittableRandom(seed)).primary().measurements().forks();
  }

  @Test
  void costsMoreWhicheverTheUnit() {
    assertThat(plant(PlantedChange.BY_5, "ns/op", 1).get(0).stream())
        .allMatch(score -> Math.abs(score - 105) < 1e-9);
    assertThat(plant(PlantedChange.BY_5, "ops/s", 1).get(0).stream())
        .allMatch(score -> Math.abs(score - 100 / 1.05) < 1e-9);
  }

  @Test
  void aSlowQuarterIsTwoOrThreeOfTenAndFivePercentInTheMean() {
    double sum = 0;
    for (int seed = 0; seed < 1000; seed++) {
      for (Fork fork : plant(PlantedChange.SLOW_QUARTER, "ns/op", seed)) {
        assertThat(fork.stream().filter(score -> score > 100).count()).isBetween(2L, 3L);
        sum += fork.mean();
      }
    }
    assertThat(sum / 2000).isCloseTo(105, within(0.1));
  }
}
