package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WarmupLengthTest {

  /** 12 iterations twice as slow, then level. */
  private static double[] stepAt(int step, int length) {
    return IntStream.range(0, length).mapToDouble(i -> i < step ? 2.0 : 1.0).toArray();
  }

  @Test
  void aStepEndsTheWarmup() {
    // The median of 5 is level from the window on that holds 3 of the later iterations.
    assertThat(WarmupLength.of(stepAt(12, 60))).isEqualTo(new WarmupLength(10, true));
  }

  @Test
  void aLevelForkHasNone() {
    assertThat(WarmupLength.of(stepAt(0, 60))).isEqualTo(new WarmupLength(0, true));
  }

  @Test
  void oneSlowIterationIsNoWarmup() {
    double[] scores = stepAt(0, 60);
    scores[30] = 50;
    assertThat(WarmupLength.of(scores)).isEqualTo(new WarmupLength(0, true));
  }

  @Test
  void aForkThatFallsToTheEndNeverSettles() {
    double[] scores = IntStream.range(0, 60).mapToDouble(i -> 10 - 0.15 * i).toArray();
    assertThat(WarmupLength.of(scores)).isEqualTo(new WarmupLength(40, false));
  }

  @Test
  void scatterAloneIsNoWarmup() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] scores =
          IntStream.range(0, 60).mapToDouble(i -> Math.exp(0.1 * random.nextGaussian())).toArray();
      found += WarmupLength.of(scores).iterations() > 5 ? 1 : 0;
    }
    // 41 windows, each beyond 3 standard errors of a median with about 0.3 %, which is noisy here.
    assertThat(found).isLessThan(80);
  }

  @Property
  void theUnitDoesNotMatter(@ForAll @DoubleRange(min = 0.01, max = 1e6) double factor) {
    double[] scores = stepAt(17, 60);
    double[] scaled = IntStream.range(0, 60).mapToDouble(i -> factor * scores[i]).toArray();
    assertThat(WarmupLength.of(scaled)).isEqualTo(WarmupLength.of(scores));
  }

  @Test
  void fewIterationsAreRefused() {
    assertThatThrownBy(() -> WarmupLength.of(new double[9])).hasMessageContaining("need 10");
  }
}
