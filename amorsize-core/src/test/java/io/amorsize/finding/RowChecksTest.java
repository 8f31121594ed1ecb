package io.amorsize.finding;

import static io.amorsize.finding.FindingCode.BIMODAL_FORKS;
import static io.amorsize.finding.FindingCode.DRIFT_IN_ITERATIONS;
import static io.amorsize.finding.FindingCode.FEW_FORKS;
import static io.amorsize.finding.FindingCode.IMPLAUSIBLE_IMPROVEMENT;
import static io.amorsize.finding.FindingCode.IN_PROCESS;
import static io.amorsize.finding.FindingCode.NOISY_FORKS;
import static io.amorsize.finding.FindingCode.OUTLIER_FORK;
import static io.amorsize.finding.FindingCode.POINT_VALUES;
import static io.amorsize.finding.FindingCode.SETTINGS_DIFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.RowSettings;
import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowChecksTest {

  private static final RowSettings IN_PROCESS_SETTINGS =
      settings(OptionalInt.of(0), OptionalInt.of(1));
  private static final RowSettings FORKED = settings(OptionalInt.of(5), OptionalInt.of(5));

  private static RowSettings settings(OptionalInt forks, OptionalInt warmup) {
    return Evidence.settings(forks, warmup, "1 s", OptionalInt.of(6), "1 s");
  }

  /** Falls by a tenth within six iterations. */
  private static double[] falling(double level) {
    return new double[] {level / 0.9, level / 0.9, level, level, level, level};
  }

  private static double[][] fallingForks(double... levels) {
    return Arrays.stream(levels).mapToObj(RowChecksTest::falling).toArray(double[][]::new);
  }

  private static RowEvidence row(double[][] base, double[][] current) {
    RowEvidence row = Evidence.of(base, current, IN_PROCESS_SETTINGS, FORKED);
    return Evidence.withSmallest(Evidence.withSlowdown(row, 0.1), 0.5);
  }

  @Test
  void findingsComeInAFixedOrder() {
    double[][] bimodal = fallingForks(1, 1, 2, 2, 2);
    double[][] outlier = fallingForks(1, 1, 1, 1, 9);
    assertThat(RowChecks.findings(row(bimodal, outlier)))
        .extracting(Finding::code)
        .containsExactly(
            IN_PROCESS,
            NOISY_FORKS,
            BIMODAL_FORKS,
            OUTLIER_FORK,
            DRIFT_IN_ITERATIONS,
            SETTINGS_DIFFER,
            IMPLAUSIBLE_IMPROVEMENT);
    RowEvidence untested = Evidence.of(fallingForks(1), bimodal, IN_PROCESS_SETTINGS, FORKED);
    assertThat(RowChecks.findings(Evidence.withSlowdown(untested, 0.1)))
        .extracting(Finding::code)
        .containsExactly(
            FEW_FORKS,
            POINT_VALUES,
            IN_PROCESS,
            BIMODAL_FORKS,
            DRIFT_IN_ITERATIONS,
            SETTINGS_DIFFER,
            IMPLAUSIBLE_IMPROVEMENT);
  }

  @Test
  void theBaseIsNamedWhereBothSidesAreAlike() {
    assertThat(RowChecks.findings(row(fallingForks(1, 1, 1, 1), fallingForks(2, 2, 2, 2))))
        .filteredOn(finding -> finding.code() == DRIFT_IN_ITERATIONS)
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("every fork of the base"));
  }

  @Test
  void aQuietRowHasNone() {
    RowEvidence row = Evidence.of(Evidence.QUIET, Evidence.QUIET, FORKED, FORKED);
    assertThat(RowChecks.findings(Evidence.withSmallest(Evidence.withSlowdown(row, 1), 0.05)))
        .isEmpty();
  }

  @Test
  void sidesWithoutForksHaveNone() {
    double[][] none = {};
    assertThat(RowChecks.findings(Evidence.of(none, none))).isEmpty();
    assertThat(RowChecks.findings(Evidence.of(none, Evidence.QUIET))).isEmpty();
    assertThat(RowChecks.findings(Evidence.of(Evidence.QUIET, none))).isEmpty();
  }

  @Test
  void messagesHaveDecimalPointsInEveryLocale() {
    RowEvidence row = row(fallingForks(1, 1, 2, 2, 2), fallingForks(1, 1, 1, 1, 9));
    var expected = RowChecks.findings(row);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(RowChecks.findings(row)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void theUnitDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int forks,
      @ForAll @DoubleRange(min = 0.01, max = 0.3) double noise,
      @ForAll @DoubleRange(min = 0.8, max = 1.2) double drift) {
    Random random = new Random(seed);
    double[][] base = side(random, forks, noise, drift);
    double[][] current = side(random, forks, noise, 1);
    assertThat(RowChecks.findings(row(scaled(base), scaled(current))))
        .isEqualTo(RowChecks.findings(row(base, current)));
  }

  private static double[][] side(Random random, int forks, double noise, double drift) {
    double[][] side = new double[forks][9];
    for (double[] fork : side) {
      double level = Math.exp(noise * random.nextGaussian()) * (random.nextInt(4) == 0 ? 1.2 : 1);
      Arrays.setAll(
          fork,
          i -> level * Math.pow(drift, i / 9.0) * Math.exp(0.1 * noise * random.nextGaussian()));
    }
    return side;
  }

  private static double[][] scaled(double[][] side) {
    return Arrays.stream(side)
        .map(fork -> Arrays.stream(fork).map(cost -> cost * 1000).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void findingsAndRowsAreWhole() {
    assertThatThrownBy(() -> new Finding(null, Severity.INFO, "x")).hasMessage("code is null");
    assertThatThrownBy(() -> new Finding(FEW_FORKS, null, "x")).hasMessage("severity is null");
    assertThatThrownBy(() -> new Finding(FEW_FORKS, Severity.INFO, null))
        .hasMessage("message is null");
    ForkCosts none = ForkCosts.of(new double[0][]);
    assertThatThrownBy(
            () ->
                new RowEvidence(
                    none, null, FORKED, FORKED, OptionalDouble.empty(), OptionalDouble.empty()))
        .hasMessage("current is null");
  }

  @Test
  void codesAndSeveritiesHaveTheirWords() {
    assertThat(NOISY_FORKS.label()).isEqualTo("noisy-forks");
    assertThat(Severity.values())
        .extracting(Severity::label)
        .containsExactly("info", "warning", "error");
  }
}
