package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link NoisyForks} and {@link ImplausibleImprovement}. */
class SizeOfChangeChecksTest {

  private static final double[][] WIDE = Evidence.forks(1, 1.2, 1.4);

  private static Optional<Finding> noisy(double[][] base, double[][] current, double smallest) {
    return new NoisyForks().check(Evidence.withSmallest(Evidence.of(base, current), smallest));
  }

  private static Optional<Finding> improved(double slowdown) {
    RowEvidence row = Evidence.of(Evidence.QUIET, Evidence.QUIET);
    return new ImplausibleImprovement().check(Evidence.withSlowdown(row, slowdown));
  }

  @Test
  void onlyLargeChangesCanBeSeen() {
    assertThat(noisy(WIDE, WIDE, 0.234))
        .contains(
            new Finding(
                FindingCode.NOISY_FORKS,
                Severity.INFO,
                "forks vary so much that only changes of 23.4 % and more can be seen (bar: 10 %);"
                    + " more forks or a quieter machine help"));
  }

  @Test
  void theSmallestChangeHasABarOfTenPercent() {
    assertThat(noisy(WIDE, WIDE, 0.0999)).isEmpty();
    assertThat(noisy(WIDE, WIDE, 0.1)).isEmpty();
    assertThat(noisy(WIDE, WIDE, Math.nextUp(0.1))).isPresent();
    assertThat(noisy(WIDE, WIDE, Double.NaN)).isEmpty();
    assertThat(new NoisyForks().check(Evidence.of(WIDE, WIDE))).isEmpty();
  }

  /**
   * SciPy 1.17.1: log(1.05) / (stats.t.ppf(.975, 4) * sqrt(2 / 3)) = 0.02152... of logs -d, 0, d.
   */
  @Test
  void aLargeThresholdIsNotTheFaultOfTheForks() {
    assertThat(noisy(Evidence.QUIET, Evidence.QUIET, 0.22)).isEmpty();
    double[][] below = spread(0.0215);
    double[][] above = spread(0.0216);
    assertThat(noisy(below, below, 0.22)).isEmpty();
    assertThat(noisy(above, above, 0.22)).isPresent();
    assertThat(noisy(above, Evidence.QUIET, 0.22)).isEmpty();
    assertThat(noisy(WIDE, Evidence.QUIET, 0.22)).isPresent();
    assertThat(noisy(Evidence.QUIET, WIDE, 0.22)).isPresent();
  }

  private static double[][] spread(double d) {
    return Evidence.forks(Math.exp(-d), 1, Math.exp(d));
  }

  @Test
  void saysNothingOfForksThatCannotBeTested() {
    assertThat(noisy(Evidence.forks(), WIDE, 0.5)).isEmpty();
    assertThat(noisy(Evidence.forks(1, 2), WIDE, 0.5)).isEmpty();
    assertThat(noisy(WIDE, Evidence.forks(0, 1, 2), 0.5)).isEmpty();
    assertThat(noisy(Evidence.forks(-1, 1, 2), WIDE, 0.5)).isEmpty();
  }

  @Test
  void anImprovementMayBeTooGood() {
    assertThat(improved(0.1))
        .contains(
            new Finding(
                FindingCode.IMPLAUSIBLE_IMPROVEMENT,
                Severity.WARNING,
                "the base cost 10.0 times as much (bar: 5): check that the benchmark still does its"
                    + " work and returns or consumes the result"));
  }

  @Test
  void anImprovementHasABarOfFiveTimes() {
    assertThat(improved(Math.nextUp(0.2))).isEmpty();
    assertThat(improved(0.2)).isPresent();
    assertThat(improved(Math.nextDown(0.2))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 100, 0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void saysNothingOfWhatIsNoImprovement(double slowdown) {
    assertThat(improved(slowdown)).isEmpty();
    RowEvidence unknown = Evidence.of(Evidence.QUIET, Evidence.QUIET);
    assertThat(new ImplausibleImprovement().check(unknown)).isEmpty();
  }
}
