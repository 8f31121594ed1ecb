package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NightSummaryTest {

  @Test
  void summarizesForks() {
    double[][] nights = {{1, 2, 6}};
    assertThat(NightSummary.MEAN.of(nights)).containsExactly(3);
    assertThat(NightSummary.BEST.of(nights)).containsExactly(1);
    assertThat(NightSummary.WORST.of(nights)).containsExactly(6);
  }

  /** Forks are at 0 or, one in two, at 1: of three, the best is nearly always at 0. */
  @Test
  void whereForksFallIntoModesAnExtremeIsQuieter() {
    Random random = new Random(4);
    double[][] nights = new double[60][3];
    double[][] mirrored = new double[60][3];
    for (int night = 0; night < nights.length; night++) {
      for (int fork = 0; fork < 3; fork++) {
        double mode = random.nextInt(5) == 0 ? 1 : 0;
        nights[night][fork] = mode + 0.01 * random.nextGaussian();
        mirrored[night][fork] = -nights[night][fork];
      }
    }
    assertThat(NightSummary.quietest(nights, new int[60])).isEqualTo(NightSummary.BEST);
    assertThat(NightSummary.quietest(mirrored, new int[60])).isEqualTo(NightSummary.WORST);
  }

  @Test
  void oneForkIsItsMean() {
    double[][] nights = {{1}, {2}, {1.5}, {1}};
    assertThat(NightSummary.quietest(nights, new int[4])).isEqualTo(NightSummary.MEAN);
  }
}
