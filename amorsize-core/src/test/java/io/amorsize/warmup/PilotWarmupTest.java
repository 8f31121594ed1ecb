package io.amorsize.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.warmup.PilotWarmup.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PilotWarmupTest {

  private static final Bounds BOUNDS = new Bounds(10, 50);

  /** Iterations that scatter by 1 % around a level. */
  private static double[] pilot(int iterations, IntToDoubleFunction level) {
    Random random = new Random(5);
    double[] costs = new double[iterations];
    Arrays.setAll(costs, i -> level.applyAsDouble(i) * (1 + 0.01 * random.nextGaussian()));
    return costs;
  }

  private static PilotWarmup choose(double[]... pilots) {
    return PilotWarmup.of(List.of(pilots), BOUNDS);
  }

  @Test
  void isHalfAsMuchAgainAsTheStartOfTheSteadyPart() {
    PilotWarmup found = choose(pilot(60, i -> i < 20 ? 200 : 100));
    assertThat(found).isEqualTo(new PilotWarmup(30, OptionalInt.of(20), true));
  }

  @Test
  void theLaterOfSegmentsAndWindowsCounts() {
    // A slope of 4 % is one segment within 5 %, but windows see that the level is not reached.
    double[] slope = pilot(60, i -> i < 30 ? 104.5 - 0.15 * i : 100);
    PilotWarmup found = choose(slope);
    assertThat(found.steadyFrom()).hasValue(0);
    assertThat(found.iterations()).isGreaterThan(10);
  }

  @Test
  void boundsHold() {
    assertThat(choose(pilot(60, i -> 100)).iterations()).isEqualTo(10);
    PilotWarmup falling = choose(pilot(60, i -> 1000.0 / (1 + i)));
    assertThat(falling).isEqualTo(new PilotWarmup(50, OptionalInt.empty(), false));
    assertThatThrownBy(() -> new Bounds(5, 4)).hasMessageContaining("need 0 <= fewest <= most");
    assertThatThrownBy(() -> new PilotWarmup(-1, OptionalInt.empty(), true))
        .hasMessageContaining("must be at least 0");
  }

  @Test
  void ofSeveralPilotsTheOneThatSettlesLastCounts() {
    double[] early = pilot(60, i -> i < 12 ? 200 : 100);
    double[] late = pilot(60, i -> i < 24 ? 300 : 100);
    assertThat(choose(early, late)).isEqualTo(choose(late));
    assertThat(choose(early, late).steadyFrom()).hasValue(24);
    PilotWarmup never = choose(early, pilot(60, i -> 1000.0 / (1 + i)));
    assertThat(never).isEqualTo(new PilotWarmup(50, OptionalInt.empty(), false));
  }

  @Test
  void aPilotTooShortForSegmentsIsJudgedByItsWindows() {
    PilotWarmup found = choose(pilot(15, i -> i < 8 ? 200 : 100));
    assertThat(found.steadyFrom()).isEmpty();
    assertThat(found.settled()).isTrue();
    assertThat(found.iterations()).isBetween(10, 12);
  }

  @Test
  void pilotsThatSayNothingChooseTheFewest() {
    PilotWarmup nothing = new PilotWarmup(10, OptionalInt.empty(), false);
    assertThat(choose()).isEqualTo(nothing);
    assertThat(choose(new double[] {1, 2, 3})).isEqualTo(nothing);
    double[] zero = pilot(60, i -> 100);
    zero[30] = 0;
    assertThat(choose(zero)).isEqualTo(nothing);
  }
}
