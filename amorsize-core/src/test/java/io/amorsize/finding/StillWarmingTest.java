package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StillWarmingTest {

  /** Forks of 40 iterations, the first of which take so much longer. */
  private static double[][] forks(double factor, int... starts) {
    Random random = new Random(3);
    double[][] forks = new double[starts.length][40];
    for (int i = 0; i < starts.length; i++) {
      for (int k = 0; k < 40; k++) {
        forks[i][k] = (k < starts[i] ? factor : 1) * Math.exp(0.01 * random.nextGaussian());
      }
    }
    return forks;
  }

  private static String message(double[][] base, double[][] current) {
    return new StillWarming().check(Evidence.of(base, current)).map(Finding::message).orElse("");
  }

  @Test
  void warmupAmongTheMeasuredIterationsIsFound() {
    double[][] level = forks(1, 0, 0, 0, 0, 0);
    assertThat(message(level, forks(1.5, 10, 10, 8, 12, 10)))
        .startsWith("5 of 5 forks of the current side warm up during the measured iterations")
        .contains("(bar: 2 %)", "-wi", "--skip-warmup auto");
    assertThat(message(forks(1.5, 10, 10, 8, 12, 10), level)).contains("of the base");
    assertThat(message(level, level)).isEmpty();
  }

  @Test
  void oneForkOrLittleIsNot() {
    double[][] level = forks(1, 0, 0, 0, 0, 0);
    assertThat(message(level, forks(1.5, 10, 10, 0, 0, 0))).isEmpty();
    // 4 of 40 iterations 10 % slower: 1 %.
    assertThat(message(level, forks(1.1, 4, 4, 4, 4, 4))).isEmpty();
    assertThat(message(forks(1.5, 10, 10), forks(1.5, 10, 10))).isEmpty();
  }

  @Test
  void theSameIsNotSaidTwice() {
    double[][] warming = forks(1.5, 10, 10, 8, 12, 10);
    assertThat(RowCheck.findings(Evidence.of(warming, warming)))
        .extracting(Finding::code)
        .contains(FindingCode.STILL_WARMING)
        .doesNotContain(FindingCode.DRIFT_IN_ITERATIONS);
  }
}
