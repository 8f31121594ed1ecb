package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForkTestTest {

  private static final double[] BASE = {10.2, 10.5, 10.1};
  private static final double[] CURRENT = {11.9, 12.4, 12.0};

  /**
   * SciPy 1.17.1: s = sqrt((2 var(a) + 2 var(b)) / 4 * 2 / 3) on logs, T = |mean difference| / (s +
   * .003), 2 * stats.t.sf(T, 4).
   */
  @Test
  void agreesWithSciPy() {
    ForkTest test = ForkTest.of(BASE, CURRENT);
    assertThat(test.logRatio()).isCloseTo(0.1642810404051862, within(1e-12));
    assertThat(test.statistic()).isCloseTo(8.158902282776001, within(1e-9));
    assertThat(test.p().orElseThrow()).isCloseTo(0.0012283877735048232, within(1e-12));
  }

  @Test
  void swappingTheSidesChangesOnlyTheSign() {
    ForkTest test = ForkTest.of(BASE, CURRENT);
    ForkTest swapped = ForkTest.of(CURRENT, BASE);
    assertThat(swapped.logRatio()).isCloseTo(-test.logRatio(), within(1e-12));
    assertThat(swapped.statistic()).isCloseTo(test.statistic(), within(1e-12));
  }

  @Test
  void forksThatAgreeExactlyAreNotInfinitelyCertain() {
    ForkTest test = ForkTest.of(new double[] {1, 1, 1}, new double[] {1.003, 1.003, 1.003});
    assertThat(test.statistic()).isLessThan(1);
    assertThat(test.p().orElseThrow()).isGreaterThan(0.3);
  }

  @Test
  void aSideOfOneForkHasNoTest() {
    ForkTest test = ForkTest.of(new double[] {1}, CURRENT);
    assertThat(test.p()).isEmpty();
    assertThat(test.statistic()).isNaN();
    assertThat(test.logRatio()).isPositive();
  }

  @Test
  void saysWhatCannotBeTested() {
    assertThatThrownBy(() -> ForkTest.of(new double[0], CURRENT))
        .hasMessage("a side needs at least one fork");
    assertThatThrownBy(() -> ForkTest.of(new double[] {-1}, CURRENT))
        .hasMessage("a value must be positive and finite, is -1.0");
  }

  /** SciPy 1.17.1: stats.false_discovery_control([.01, .04, .03, .005, .55]). */
  @Test
  void benjaminiHochbergAgreesWithSciPy() {
    double[] q = BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.55});
    double[] expected = {0.025, 0.05, 0.05, 0.025, 0.55};
    assertThat(q).containsExactly(expected, within(1e-15));
    assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
  }

  @Test
  void benjaminiHochbergRefusesWhatIsNoProbability() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {Double.NaN}))
        .hasMessage("p must be in [0, 1], is NaN");
  }
}
