package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.RowChecks;
import io.amorsize.finding.RowEvidence;
import io.amorsize.result.RowSettings;
import io.amorsize.statistics.DetectableChange;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.MeanRatio;
import io.amorsize.statistics.SuiteTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the checks speak where there is nothing but noise. */
class FindingsOnNoiseTest {

  private static final int ROWS = 1000;
  private static final double LEVEL = 0.009;
  private static final double THRESHOLD = 0.03;

  private static ForkCosts side(Random random, int forks, double sd) {
    double[][] side = new double[forks][10];
    for (double[] fork : side) {
      double level = 1 + sd * random.nextGaussian();
      Arrays.setAll(fork, i -> level * (1 + sd * random.nextGaussian()));
    }
    return ForkCosts.of(side);
  }

  private static RowEvidence row(Random random, int forks, double sd) {
    ForkCosts base = side(random, forks, sd);
    ForkCosts current = side(random, forks, sd);
    SuiteTest.Row row =
        new SuiteTest.Row(base.summaries(), current.summaries(), Math.log1p(THRESHOLD), 0);
    return new RowEvidence(
        base,
        current,
        RowSettings.UNKNOWN,
        RowSettings.UNKNOWN,
        OptionalDouble.of(MeanRatio.of(base.means(), current.means(), 0, 0.95).ratio()),
        OptionalDouble.of(new DetectableChange(ShippedNullTable.get(), LEVEL).smallest(row)));
  }

  private static Map<FindingCode, Integer> counts(int forks, double sd) {
    Random random = new Random(20261123);
    Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    for (int i = 0; i < ROWS; i++) {
      for (Finding finding : RowChecks.findings(row(random, forks, sd))) {
        counts.merge(finding.code(), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void onOrdinaryNoiseTheySayNothing() {
    assertThat(counts(5, 0.01)).isEmpty();
  }

  /**
   * With three to four standard errors of 1000 rows; the rates themselves stand beside the bars.
   */
  @ParameterizedTest
  @CsvSource({"3, 0.01", "4, 0.03", "5, 0.03", "5, 0.10", "10, 0.05"})
  void whatLooksLikeAPatternIsRareInAnyNoise(int forks, double sd) {
    Map<FindingCode, Integer> counts = counts(forks, sd);
    assertThat(counts.getOrDefault(FindingCode.BIMODAL_FORKS, 0)).isLessThan(45);
    assertThat(counts.getOrDefault(FindingCode.OUTLIER_FORK, 0)).isLessThan(40);
    assertThat(counts.getOrDefault(FindingCode.DRIFT_IN_ITERATIONS, 0)).isLessThan(60);
    assertThat(counts.keySet())
        .isSubsetOf(
            FindingCode.BIMODAL_FORKS,
            FindingCode.OUTLIER_FORK,
            FindingCode.DRIFT_IN_ITERATIONS,
            FindingCode.NOISY_FORKS);
  }

  @Test
  void noisyForksAreSaidOfNoisyForks() {
    assertThat(counts(5, 0.10).get(FindingCode.NOISY_FORKS)).isGreaterThan(950);
  }
}
