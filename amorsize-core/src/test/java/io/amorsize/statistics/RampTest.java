package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RampTest {

  private static double[] ramp(double size, int from, int to, double noise) {
    Random random = new Random(3);
    double[] values = new double[80];
    for (int i = 0; i < values.length; i++) {
      double share = Math.max(0, Math.min(1, (double) (i - from) / (to - from)));
      values[i] = size * share + noise * random.nextGaussian();
    }
    return values;
  }

  @Test
  void findsBothEndsWhereNothingScatters() {
    assertThat(Ramp.of(ramp(10, 30, 50, 0), new int[] {40}, new int[] {40}))
        .contains(new Ramp(30, 50));
    assertThat(Ramp.of(ramp(-10, 30, 50, 0), new int[] {36, 44}, new int[] {36, 44}))
        .contains(new Ramp(30, 50));
  }

  @Test
  void aStepIsNoRamp() {
    assertThat(Ramp.of(ramp(5, 39, 40, 1), new int[] {40}, new int[] {40})).isEmpty();
    assertThat(Ramp.of(ramp(50, 39, 40, 0), new int[] {40}, new int[] {40})).isEmpty();
  }

  @Test
  void aRampMayGoOnAtTheEnd() {
    assertThat(Ramp.of(ramp(12, 50, 79, 0.1), new int[] {65}, new int[] {65}))
        .hasValueSatisfying(
            ramp -> {
              assertThat(ramp.from()).isBetween(48, 52);
              assertThat(ramp.to()).isBetween(75, 79);
            });
  }

  @Test
  void oneOutlierDoesNotMakeARamp() {
    double[] values = ramp(6, 39, 40, 0.5);
    values[33] += 40;
    values[47] -= 40;
    assertThat(Ramp.of(values, new int[] {40}, new int[] {40})).isEmpty();
  }

  /** The second step is too near to the end to be confirmed, and no reason for a slow rise. */
  @Test
  void twoStepsOfWhichOneIsNotConfirmedAreNoRamp() {
    double[] values = ramp(3, 39, 40, 0.6);
    for (int i = 60; i < values.length; i++) {
      values[i] += 3;
    }
    assertThat(Ramp.of(values, new int[] {40}, new int[] {40})).isPresent();
    assertThat(Ramp.of(values, new int[] {40}, new int[] {40, 60})).isEmpty();
  }
}
