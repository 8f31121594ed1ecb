package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftInIterationsTest {

  private static final RowCheck CHECK = new DriftInIterations();

  private static Optional<Finding> check(double[]... forks) {
    return CHECK.check(Evidence.of(forks, Evidence.QUIET));
  }

  /** Six iterations whose last third costs so many times the first. */
  private static double[] fork(double factor) {
    return factor < 1
        ? new double[] {1 / factor, 1 / factor, 1, 1, 1, 1}
        : new double[] {1, 1, 1, 1, factor, factor};
  }

  private static double[][] forks(double... factors) {
    return Arrays.stream(factors).mapToObj(DriftInIterationsTest::fork).toArray(double[][]::new);
  }

  @Test
  void fallingCostsNeedMoreWarmup() {
    assertThat(check(forks(0.9, 0.9, 0.9)))
        .contains(
            new Finding(
                FindingCode.DRIFT_IN_ITERATIONS,
                Severity.WARNING,
                "costs still fall in every fork of the base, in the median fork by 10.0 % from the"
                    + " first third of the measured iterations to the last (bar: 2 %); warm up"
                    + " longer with -wi"));
  }

  @Test
  void risingCostsMeanThatSomethingGrows() {
    RowEvidence row = Evidence.of(Evidence.QUIET, forks(1.1, 1.1, 1.1));
    assertThat(CHECK.check(row).orElseThrow().message())
        .isEqualTo(
            "costs rise in every fork of the current side, in the median fork by 10.0 % from the"
                + " first third of the measured iterations to the last (bar: 2 %); look for"
                + " something that grows");
  }

  @Test
  void theMedianForkHasABarOfTwoPercent() {
    assertThat(check(forks(1.0199, 1.0199, 1.0199))).isEmpty();
    assertThat(check(forks(1.02, 1.02, 1.02))).isPresent();
    assertThat(check(forks(1.0201, 1.0201, 1.0201))).isPresent();
    assertThat(check(forks(1 / 1.0199, 1 / 1.0199, 1 / 1.0199))).isEmpty();
    assertThat(check(forks(1 / 1.0201, 1 / 1.0201, 1 / 1.0201))).isPresent();
  }

  @Test
  void everyForkMustDriftTheSameWay() {
    double[][] forks = forks(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1);
    assertThat(check(forks)).isPresent();
    forks[3] = fork(0.999);
    assertThat(check(forks)).isEmpty();
    forks[3] = fork(1);
    assertThat(check(forks)).isEmpty();
    forks[3] = fork(1.001);
    assertThat(check(forks)).isPresent();
  }

  /** SciPy 1.17.1: stats.t.ppf(.99, 2) = 6.96456; of m - d, m, m + d, t is m sqrt(3) / d. */
  @Test
  void theDriftsMustDifferFromNothing() {
    double m = 0.05;
    double critical = m * Math.sqrt(3) / 6.96456;
    assertThat(
            check(
                forks(Math.exp(m - 1.001 * critical), Math.exp(m), Math.exp(m + 1.001 * critical))))
        .isEmpty();
    assertThat(
            check(
                forks(Math.exp(m - 0.999 * critical), Math.exp(m), Math.exp(m + 0.999 * critical))))
        .isPresent();
  }

  @Test
  void comparesTheThirdsAndNotWhatIsBetween() {
    double[] bulge = {1, 1, 1, 5, 5, 5, 5, 1, 1, 1};
    assertThat(check(bulge, bulge, bulge)).isEmpty();
    double[] slope = {1, 1, 1, 5, 5, 5, 5, 1.1, 1.1, 1.1};
    assertThat(check(slope, slope, slope)).isPresent();
  }

  @Test
  void twoForksAreTooFew() {
    assertThat(check(forks(1.1, 1.1))).isEmpty();
  }

  @Test
  void fiveIterationsAreTooFewInAnyFork() {
    double[] five = {1, 1, 1.1, 1.2, 1.2};
    assertThat(check(five, five, five)).isEmpty();
    assertThat(check(fork(1.1), fork(1.1), five)).isEmpty();
  }

  @Test
  void saysNothingOfForksThatStayOrHaveNoRatio() {
    assertThat(check(forks(1, 1, 1))).isEmpty();
    assertThat(check()).isEmpty();
    assertThat(check(forks(1.1, 1.1, -1.1))).isEmpty();
    assertThat(check(forks(1.1, 1.1, Double.NaN))).isEmpty();
    assertThat(check(forks(1.1, 1.1, Double.POSITIVE_INFINITY))).isEmpty();
  }
}
