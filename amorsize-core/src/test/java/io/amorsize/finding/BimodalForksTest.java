package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BimodalForksTest {

  private static final RowCheck CHECK = new BimodalForks();

  private static Optional<Finding> check(double... costs) {
    return CHECK.check(Evidence.of(Evidence.forks(costs), Evidence.QUIET));
  }

  @Test
  void saysItOfTheBase() {
    assertThat(check(1.2, 1, 1.2, 1, 1))
        .contains(
            new Finding(
                FindingCode.BIMODAL_FORKS,
                Severity.WARNING,
                "the forks of the base fall into two groups, 3 and 2, 20.0 % apart; more forks tell"
                    + " which one is common, -prof comp which decision differs"));
  }

  @Test
  void saysItOfTheCurrentSide() {
    RowEvidence row = Evidence.of(Evidence.QUIET, Evidence.forks(1, 1, 2, 2, 2, 2));
    assertThat(CHECK.check(row).orElseThrow().message())
        .startsWith("the forks of the current side fall into two groups, 2 and 4, 100.0 % apart;");
  }

  @Test
  void theGapHasABarOfThreePercent() {
    assertThat(check(1, 1, 1, 1.0299, 1.0299)).isEmpty();
    assertThat(check(1, 1, 1, 1.03, 1.03)).isPresent();
    assertThat(check(1, 1, 1, 1.0301, 1.0301)).isPresent();
  }

  @Test
  void theGapHasABarOfFourAndAHalfTimesTheWiderGroup() {
    double width = 1.01;
    double below = width * Math.pow(width, 4.499);
    double above = width * Math.pow(width, 4.501);
    assertThat(check(1, width, below, below, below)).isEmpty();
    assertThat(check(1, width, above, above, above)).isPresent();
    assertThat(check(1, 1, above, above, above * width)).isPresent();
    assertThat(check(1, 1, above, above, above * 1.015)).isEmpty();
  }

  @Test
  void aGroupHasTwoForks() {
    assertThat(check(1, 1, 1, 1, 1.5)).isEmpty();
    assertThat(check(0.5, 1, 1, 1, 1)).isEmpty();
    assertThat(check(0.5, 1, 1, 1, 1.5)).isEmpty();
  }

  @Test
  void fourForksAreTooFew() {
    assertThat(check(1, 1, 1.5, 1.5)).isEmpty();
  }

  @Test
  void forksThatAgreeHaveNoGroups() {
    assertThat(check(1, 1, 1, 1, 1)).isEmpty();
    assertThat(check(1e-300, 1e-300, 1e-300, 1e-300, 1e-300)).isEmpty();
  }

  @Test
  void threeGroupsAreNotTwo() {
    assertThat(check(1, 1, 1.2, 1.2, 1.44, 1.44)).isEmpty();
  }

  @Test
  void saysNothingOfCostsThatHaveNoRatio() {
    assertThat(check()).isEmpty();
    assertThat(check(0, 0, 1, 1, 1)).isEmpty();
    assertThat(check(-1, -1, 1, 1, 1)).isEmpty();
    assertThat(check(1, 1, 1, Double.NaN, Double.NaN)).isEmpty();
    assertThat(check(1, 1, 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isEmpty();
  }
}
