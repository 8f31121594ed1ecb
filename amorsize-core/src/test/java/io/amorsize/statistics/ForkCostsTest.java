package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkCostsTest {

  private static final ForkCosts COSTS = ForkCosts.of(new double[][] {{1, 2, 3}, {4, 6}});

  @Test
  void countsForksAndIterations() {
    assertThat(COSTS.forks()).isEqualTo(2);
    assertThat(COSTS.iterations()).isEqualTo(5);
    assertThat(COSTS.fork(1)).containsExactly(4, 6);
    assertThat(COSTS).hasToString("[[1.0, 2.0, 3.0], [4.0, 6.0]]");
  }

  @Test
  void meansAreOfForksWhateverTheirLength() {
    assertThat(COSTS.means()).containsExactly(2, 5);
    assertThat(COSTS.logMeans()).containsExactly(Math.log(2), Math.log(5));
    assertThat(COSTS.center()).isCloseTo(Math.sqrt(10), within(1e-12));
    assertThat(COSTS.summaries().forks()).isEqualTo(2);
    assertThat(COSTS.summaries().leastIterations()).isEqualTo(2);
  }

  @Test
  void copiesWhatItIsGivenAndWhatItGives() {
    double[][] forks = {{1, 2}, {3}};
    ForkCosts costs = ForkCosts.of(forks);
    forks[0][0] = 99;
    forks[1] = new double[] {99};
    costs.fork(0)[1] = 99;
    assertThat(costs).hasToString("[[1.0, 2.0], [3.0]]");
  }

  @Test
  void aSideMayBeEmptyAForkMayNot() {
    ForkCosts none = ForkCosts.of(new double[0][]);
    assertThat(none.forks()).isZero();
    assertThat(none.iterations()).isZero();
    assertThat(none.means()).isEmpty();
    assertThat(none.arePositive()).isTrue();
    assertThatThrownBy(() -> ForkCosts.of(new double[][] {{1}, {}}))
        .hasMessage("a fork needs at least one iteration");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void knowsCostsThatHaveNoRatio(double cost) {
    assertThat(COSTS.arePositive()).isTrue();
    assertThat(ForkCosts.of(new double[][] {{1, 2}, {3, cost}}).arePositive()).isFalse();
  }
}
