package io.amorsize.verdict;

import static io.amorsize.verdict.Runs.metric;
import static io.amorsize.verdict.Runs.row;
import static io.amorsize.verdict.Runs.run;
import static io.amorsize.verdict.Runs.times;
import static io.amorsize.verdict.Runs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.statistics.SequentialDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of two sides that were measured fork by fork in one session. */
class SessionComparisonTest {

  private static final SequentialDesign DESIGN = SequentialDesign.upTo(5);
  private static final Metric QUIET = forks("ns/op", 100, 100.2);

  /** Forks of eight iterations, each 0.2 % of the first above the one before. */
  private static Metric forks(String unit, double... firsts) {
    return metric(
        unit,
        Arrays.stream(firsts)
            .mapToObj(
                first -> {
                  double[] fork = new double[8];
                  Arrays.setAll(fork, i -> first * (1 + 0.002 * i));
                  return fork;
                })
            .toArray(double[][]::new));
  }

  private static Comparison look(BenchmarkRun base, BenchmarkRun current, SequentialDesign design) {
    return Comparison.ofSession(
        base, current, DecisionRule.defaults(), RowSelection.PRIMARY_OF_ALL, design);
  }

  private static Comparison look(Metric base, Metric current) {
    return look(run("a", row("p.A.m", base)), run("b", row("p.A.m", current)), DESIGN);
  }

  private static RowComparison only(Comparison comparison) {
    assertThat(comparison.rows()).hasSize(1);
    return comparison.rows().get(0);
  }

  private static List<FindingCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ns/op, 1.5, SLOWER",
    "ns/op, 0.6, FASTER",
    "ops/s, 1.5, FASTER",
    "ops/s, 0.6, SLOWER"
  })
  void twoPairsAreEnoughForALargeChange(String unit, double factor, Verdict expected) {
    Metric base = forks(unit, 100, 100.2);
    Comparison found = look(base, times(base, factor));
    assertThat(only(found).verdict()).isEqualTo(expected);
    assertThat(only(found).isJudged()).isTrue();
    assertThat(found.open()).isEmpty();
    assertThat(codes(only(found).findings())).doesNotContain(FindingCode.FEW_FORKS);
  }

  @Test
  void quietEqualSidesAreTheSameAfterTwoPairs() {
    Comparison found = look(QUIET, forks("ns/op", 100.3, 99.9));
    assertThat(only(found).verdict()).isEqualTo(Verdict.SAME);
    assertThat(found.open()).isEmpty();
    assertThat(codes(only(found).findings())).doesNotContain(FindingCode.GIVEN_UP);
  }

  @Test
  void aChangeThatTwoPairsSuggestAndDoNotShowStaysOpen() {
    Comparison found = look(QUIET, times(QUIET, 1.1));
    assertThat(only(found).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(found).suspect()).isFalse();
    assertThat(found.open()).containsExactlyElementsOf(found.rows());
  }

  @Test
  void noisyEqualSidesAreGivenUp() {
    Metric base = forks("ns/op", 100, 110);
    Metric current = forks("ns/op", 101, 110);
    Comparison found = look(base, current);
    assertThat(only(found).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(found).findings().get(0).code()).isEqualTo(FindingCode.GIVEN_UP);
    assertThat(only(found).findings().get(0).message()).contains("after 2 pairs", "--patient");
    assertThat(found.open()).isEmpty();
    Comparison patient =
        look(
            run("a", row("p.A.m", base)),
            run("b", row("p.A.m", current)),
            DESIGN.withoutGivingUp());
    assertThat(codes(only(patient).findings())).doesNotContain(FindingCode.GIVEN_UP);
    assertThat(patient.open()).hasSize(1);
  }

  @Test
  void onePairIsNotJudgedAndStaysOpen() {
    Comparison found = look(forks("ns/op", 100), forks("ns/op", 200));
    assertThat(only(found).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(found).isJudged()).isFalse();
    assertThat(codes(only(found).findings())).contains(FindingCode.FEW_FORKS);
    assertThat(found.open()).hasSize(1);
  }

  @Test
  void rowsMayHaveOtherNumbersOfPairs() {
    Metric five = forks("ns/op", 100, 104, 102, 101, 103);
    Metric slower = forks("ns/op", 104.5, 107, 105, 107, 103.5);
    Comparison found =
        look(
            run("a", row("p.A.quiet", QUIET), row("p.A.long", five)),
            run("b", row("p.A.quiet", QUIET), row("p.A.long", slower)),
            DESIGN);
    assertThat(found.rows().stream().map(RowComparison::verdict))
        .containsExactly(Verdict.SAME, Verdict.SLOWER);
  }

  /** Two pairs say enough among 10 rows; among 11 a row that crosses is measured on. */
  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void aCrossingAmongManyRowsIsASuspectAndStaysOpen(int rows) {
    List<BenchmarkRow> base = new ArrayList<>();
    List<BenchmarkRow> current = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      base.add(row("p.A.m" + i, QUIET));
      current.add(row("p.A.m" + i, i == 0 ? forks("ns/op", 130, 130.2) : QUIET));
    }
    Comparison found = look(run("a", base), run("b", current), DESIGN);
    boolean called = rows == 10;
    assertThat(found.rows().get(0).verdict())
        .isEqualTo(called ? Verdict.SLOWER : Verdict.INCONCLUSIVE);
    assertThat(found.suspects()).hasSize(called ? 0 : 1);
    assertThat(found.open()).isEqualTo(found.suspects());
  }

  private static RowSettings settings(String jdk, String... jvmArgs) {
    return new RowSettings(
        Optional.empty(),
        Optional.of(jdk),
        Optional.of("OpenJDK 64-Bit Server VM"),
        Optional.empty(),
        Optional.of(List.of(jvmArgs)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"17.0.9, 21.0.1, -Xmx1g, -Xmx1g", "17.0.9, 17.0.9, -XX:+UseSerialGC, -Xmx1g"})
  void jvmsThatDifferArePartOfWhatIsCompared(
      String before, String now, String argBefore, String argNow) {
    BenchmarkRun base = run("a", with(row("p.A.m", QUIET), settings(before, argBefore)));
    BenchmarkRun current = run("b", with(row("p.A.m", times(QUIET, 1.5)), settings(now, argNow)));
    Comparison found = look(base, current, DESIGN);
    assertThat(found.environmentsDiffer()).isFalse();
    assertThat(found.findings()).hasSize(1);
    Finding finding = found.findings().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.message()).contains("part of what was compared");
    assertThat(only(found).verdict()).isEqualTo(Verdict.SLOWER);
    Comparison twoRuns = Comparison.of(base, current, DecisionRule.defaults());
    assertThat(twoRuns.environmentsDiffer()).isTrue();
    assertThat(twoRuns.findings().stream().map(Finding::code)).contains(finding.code());
  }
}
