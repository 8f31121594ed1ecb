package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierForkTest {

  private static final RowCheck CHECK = new OutlierFork();

  private static Optional<Finding> check(double... costs) {
    return CHECK.check(Evidence.of(Evidence.forks(costs), Evidence.QUIET));
  }

  @Test
  void saysItOfTheBase() {
    assertThat(check(1, 1, 1.25, 1))
        .contains(
            new Finding(
                FindingCode.OUTLIER_FORK,
                Severity.INFO,
                "fork 3 of the base lies +25.0 % from the median of its side; look at what else the"
                    + " host did then"));
  }

  @Test
  void saysItOfTheCurrentSide() {
    RowEvidence row = Evidence.of(Evidence.QUIET, Evidence.forks(0.5, 1, 1, 1, 1));
    assertThat(CHECK.check(row).orElseThrow().message())
        .startsWith("fork 1 of the current side lies -50.0 % from the median of its side;");
  }

  @Test
  void theGapHasABarOfFivePercent() {
    assertThat(check(1, 1, 1, 1.0499)).isEmpty();
    assertThat(check(1, 1, 1, 1.05)).isPresent();
    assertThat(check(1, 1, 1, 1.0501)).isPresent();
  }

  /** Critical values of Dixon's Q, 99 % two-tailed (Rorabacher 1991, table 2). */
  @ParameterizedTest
  @CsvSource({
    "4, 0.926",
    "5, 0.821",
    "6, 0.740",
    "7, 0.680",
    "8, 0.634",
    "9, 0.598",
    "10, 0.568",
    "11, 0.568",
    "30, 0.568",
  })
  void theGapHasABarInTermsOfTheRange(int forks, double critical) {
    assertThat(check(withQ(forks, critical - 1e-6))).isEmpty();
    assertThat(check(withQ(forks, critical + 1e-6))).isPresent();
    assertThat(check(inverse(withQ(forks, critical - 1e-6)))).isEmpty();
    assertThat(check(inverse(withQ(forks, critical + 1e-6)))).isPresent();
  }

  /** Forks at 1 and 1.05, and one beyond with a gap of q times the range. */
  private static double[] withQ(int forks, double q) {
    double[] costs = new double[forks];
    Arrays.fill(costs, 1);
    costs[0] = 1.05;
    costs[1] = Math.pow(1.05, 1 / (1 - q));
    return costs;
  }

  private static double[] inverse(double[] costs) {
    return Arrays.stream(costs).map(cost -> 1 / cost).toArray();
  }

  @Test
  void twoEqualOutliersAreNoOutlier() {
    assertThat(check(1, 1, 1, 1, 2, 2)).isEmpty();
    assertThat(check(0.5, 0.5, 1, 1, 1, 1)).isEmpty();
  }

  @Test
  void anOutlierOnEitherEndIsNone() {
    assertThat(check(0.5, 1, 1, 1, 2)).isEmpty();
  }

  @Test
  void forksThatAgreeHaveNone() {
    assertThat(check(1, 1, 1, 1, 1)).isEmpty();
  }

  @Test
  void threeForksAreTooFew() {
    assertThat(check(1, 1, 2)).isEmpty();
  }

  @Test
  void saysNothingOfCostsThatHaveNoRatio() {
    assertThat(check()).isEmpty();
    assertThat(check(1, 1, 1, 0)).isEmpty();
    assertThat(check(1, 1, 1, -1)).isEmpty();
    assertThat(check(1, 1, 1, Double.NaN)).isEmpty();
    assertThat(check(1, 1, 1, Double.POSITIVE_INFINITY)).isEmpty();
  }
}
