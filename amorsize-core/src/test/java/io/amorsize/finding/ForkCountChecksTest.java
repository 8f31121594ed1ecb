package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.RowSettings;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link FewForks}, {@link OneFork} and {@link InProcess}. */
class ForkCountChecksTest {

  private static final double[] LOW = {1, 1.1, 1.2, 1.3, 1.4};
  private static final double[] HIGH = {1.41, 1.5, 1.6, 1.7, 1.8};

  private static double[][] equalForks(int count) {
    double[] costs = new double[count];
    Arrays.fill(costs, 1);
    return Evidence.forks(costs);
  }

  private static Optional<Finding> oneFork(double[][] base, double[][] current, double slowdown) {
    return new OneFork().check(Evidence.withSlowdown(Evidence.of(base, current), slowdown));
  }

  private static String inProcess(RowSettings base, RowSettings current) {
    return new InProcess()
        .check(Evidence.ofSettings(base, current))
        .map(Finding::message)
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "2, 3", "3, 2", "1, 5", "10, 2"})
  void aTestNeedsThreeForksASide(int base, int current) {
    assertThat(new FewForks().check(Evidence.of(equalForks(base), equalForks(current))))
        .contains(
            new Finding(
                FindingCode.FEW_FORKS,
                Severity.WARNING,
                base
                    + " v "
                    + current
                    + " forks, a test needs 3 a side: not judged; measure with -f 5"));
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3, 10", "5, 5", "0, 1", "1, 0", "0, 5", "0, 0"})
  void threeAreEnoughAndNoneIsAnotherMatter(int base, int current) {
    assertThat(new FewForks().check(Evidence.of(equalForks(base), equalForks(current)))).isEmpty();
  }

  @Test
  void iterationsOfOneForkOnlySuggest() {
    assertThat(oneFork(new double[][] {LOW}, new double[][] {HIGH}, 1.335))
        .contains(
            new Finding(
                FindingCode.POINT_VALUES,
                Severity.INFO,
                "one fork: its iterations suggest +33.5 %, and those of the two sides do not"
                    + " overlap; another fork may differ by more"));
    assertThat(oneFork(new double[][] {HIGH}, new double[][] {LOW}, 0.75).orElseThrow().message())
        .isEqualTo(
            "one fork: its iterations suggest -25.0 %, and those of the two sides do not overlap;"
                + " another fork may differ by more");
  }

  @Test
  void rangesThatTouchOverlap() {
    double[] touching = HIGH.clone();
    touching[2] = 1.4;
    assertThat(oneFork(new double[][] {LOW}, new double[][] {touching}, 1.3))
        .map(Finding::message)
        .contains(
            "one fork: its iterations suggest +30.0 %, and those of the two sides overlap; another"
                + " fork may differ by more");
    assertThat(
            oneFork(new double[][] {touching}, new double[][] {LOW}, 1.3).orElseThrow().message())
        .contains("those of the two sides overlap");
  }

  @Test
  void oneForkOnOneSideIsEnoughToSayIt() {
    double[][] many = {LOW, LOW, LOW};
    assertThat(oneFork(many, new double[][] {HIGH}, 1.3).orElseThrow().message())
        .contains("do not overlap");
    assertThat(oneFork(new double[][] {HIGH}, many, 0.8).orElseThrow().message())
        .contains("do not overlap");
    assertThat(oneFork(many, many, 1)).isEmpty();
  }

  @Test
  void fewerThanFiveIterationsSuggestNothing() {
    double[][] four = {{1, 1, 1, 1}};
    assertThat(oneFork(four, new double[][] {HIGH}, 1.5)).isEmpty();
    assertThat(oneFork(new double[][] {HIGH}, four, 1.5)).isEmpty();
    assertThat(oneFork(new double[0][], new double[][] {HIGH}, 1.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1})
  void aSlowdownThatIsNoneSuggestsNothing(double slowdown) {
    assertThat(oneFork(new double[][] {LOW}, new double[][] {HIGH}, slowdown)).isEmpty();
    assertThat(new OneFork().check(Evidence.of(new double[][] {LOW}, new double[][] {HIGH})))
        .isEmpty();
  }

  @Test
  void saysWhichSideRanInProcess() {
    RowSettings in = Evidence.forksAsked(0);
    RowSettings forked = Evidence.forksAsked(1);
    String rest =
        " ran with -f 0, inside JMH's own JVM, whose profile all benchmarks share; measure with"
            + " -f 5";
    assertThat(inProcess(in, forked)).isEqualTo("the base" + rest);
    assertThat(inProcess(forked, in)).isEqualTo("the current side" + rest);
    assertThat(inProcess(in, RowSettings.UNKNOWN)).isEqualTo("the base" + rest);
    assertThat(inProcess(in, in)).isEqualTo("both sides" + rest);
    assertThat(new InProcess().check(Evidence.ofSettings(in, in)).orElseThrow())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(FindingCode.IN_PROCESS, Severity.WARNING);
  }

  @Test
  void saysNothingOfForksAndOfWhatIsNotKnown() {
    assertThat(inProcess(Evidence.forksAsked(1), Evidence.forksAsked(5))).isEmpty();
    assertThat(inProcess(RowSettings.UNKNOWN, RowSettings.UNKNOWN)).isEmpty();
  }
}
