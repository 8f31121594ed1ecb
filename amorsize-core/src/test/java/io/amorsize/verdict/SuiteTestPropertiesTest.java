package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.MeanRatio;
import io.amorsize.statistics.NullDistribution;
import io.amorsize.statistics.NullTable;
import io.amorsize.statistics.SuiteTest;
import io.amorsize.statistics.SuiteTest.Answer;
import io.amorsize.statistics.SuiteTest.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What must hold for any forks. */
class SuiteTestPropertiesTest {

  private static final SuiteTest TEST = new SuiteTest(ShippedNullTable.get());
  private static final double THRESHOLD = Math.log1p(0.03);

  private static double[][] side(Random random, int forks, int iterations, double level) {
    double[][] side = new double[forks][iterations];
    for (double[] fork : side) {
      double forkLevel = level * Math.exp(0.02 * random.nextGaussian());
      Arrays.setAll(fork, i -> forkLevel * Math.exp(Math.abs(0.05 * random.nextGaussian())));
    }
    return side;
  }

  private static Row row(double[][] base, double[][] current) {
    return new Row(ForkSummaries.of(base), ForkSummaries.of(current), THRESHOLD, 0);
  }

  private static double[][] scaled(double[][] side, double factor) {
    return Arrays.stream(side)
        .map(fork -> Arrays.stream(fork).map(cost -> cost * factor).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] reversed(double[][] side) {
    List<double[]> forks = new ArrayList<>(Arrays.asList(side));
    Collections.reverse(forks);
    return forks.toArray(double[][]::new);
  }

  @Property(tries = 100)
  void swappingTheSidesChangesOnlyTheSign(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 8) int n,
      @ForAll @IntRange(min = 3, max = 8) int m) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    List<Row> swapped = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double[][] base = side(random, n, 10, 100);
      double[][] current = side(random, m, 10, 100 * (1 + 0.1 * (i % 2)));
      rows.add(row(base, current));
      swapped.add(row(current, base));
    }
    List<Answer> answers = TEST.test(rows);
    List<Answer> others = TEST.test(swapped);
    for (int i = 0; i < 5; i++) {
      assertThat(others.get(i).p()).isCloseTo(answers.get(i).p(), within(1e-9));
      assertThat(others.get(i).q()).isCloseTo(answers.get(i).q(), within(1e-9));
      assertThat(others.get(i).sign()).isEqualTo(-answers.get(i).sign());
    }
  }

  @Property(tries = 100)
  void aUnitDoesNotMatter(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1e6) double factor) {
    Random random = new Random(seed);
    double[][] base = side(random, 5, 10, 100);
    double[][] current = side(random, 5, 10, 105);
    Answer answer = TEST.test(List.of(row(base, current))).get(0);
    Answer scaled = TEST.test(List.of(row(scaled(base, factor), scaled(current, factor)))).get(0);
    assertThat(scaled.statistic()).isCloseTo(answer.statistic(), within(1e-6));
    assertThat(scaled.effect()).isCloseTo(answer.effect(), within(1e-9));
  }

  @Property(tries = 100)
  void theOrderOfRowsAndForksDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    List<Row> shuffled = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double[][] base = side(random, 5, 8, 100);
      double[][] current = side(random, 4, 8, 100 + 2 * i);
      rows.add(row(base, current));
      shuffled.add(0, row(reversed(base), reversed(current)));
    }
    List<Answer> answers = TEST.test(rows);
    List<Answer> others = TEST.test(shuffled);
    for (int i = 0; i < 8; i++) {
      assertThat(others.get(7 - i).p()).isCloseTo(answers.get(i).p(), within(1e-9));
    }
  }

  @Property(tries = 200)
  void aResultIsNotDifferentFromItself(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int forks) {
    double[][] side = side(new Random(seed), forks, 10, 100);
    Answer answer = TEST.test(List.of(row(side, side))).get(0);
    assertThat(answer.p()).isEqualTo(1);
    assertThat(answer.sign()).isZero();
  }

  @Property(tries = 100)
  void aLargerChangeIsNoLessSignificant(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] base = side(random, 5, 10, 100);
    double[][] current = side(random, 5, 10, 104);
    double last = 1;
    for (double factor = 1.05; factor < 2; factor *= 1.05) {
      double p = TEST.test(List.of(row(base, scaled(current, factor)))).get(0).tableP();
      assertThat(p).isLessThanOrEqualTo(last + 1e-12);
      last = p;
    }
    assertThat(last).isLessThan(0.001);
  }

  @Property(tries = 100)
  void theIntervalHoldsTheEstimateAndWidensWithTheSessions(@ForAll long seed) {
    Random random = new Random(seed);
    double[] base = random.doubles(5, 90, 110).toArray();
    double[] current = random.doubles(4, 90, 110).toArray();
    MeanRatio one = MeanRatio.of(base, current, 0, 0.95);
    MeanRatio two = MeanRatio.of(base, current, 0.02, 0.95);
    assertThat(one.interval().contains(one.ratio())).isTrue();
    assertThat(two.interval().lower()).isLessThan(one.interval().lower());
    assertThat(two.interval().upper()).isGreaterThan(one.interval().upper());
  }

  @Test
  void probabilitiesAndCriticalValuesAreInverses() {
    for (int forks = 2; forks <= 20; forks++) {
      NullDistribution distribution = ShippedNullTable.get().find(forks, forks, 10, THRESHOLD);
      double most = distribution.pValue(distribution.critical(0.999));
      assertThat(most).isGreaterThan(0.01);
      double last = 1;
      for (double p = 0.99 * most; p > 1e-6; p /= 1.7) {
        double t = distribution.critical(p);
        assertThat(distribution.pValue(t)).isCloseTo(p, within(1e-9));
        assertThat(distribution.pValue(t)).isLessThan(last);
        last = p;
      }
    }
  }

  @Test
  void sidesWithoutAnEntryTakeTheMostCautiousSmallerOne() {
    NullTable table = ShippedNullTable.get();
    double atFifty = table.find(50, 50, 10, THRESHOLD).critical(0.01);
    assertThat(atFifty).isLessThanOrEqualTo(table.find(5, 5, 10, THRESHOLD).critical(0.01));
    assertThat(table.find(3, 5, 10, THRESHOLD)).isSameAs(table.find(5, 3, 10, THRESHOLD));
    assertThatThrownBy(() -> table.find(5, 1, 10, THRESHOLD))
        .hasMessage("no null distribution for 5 v 1 forks");
  }

  @Test
  void saysWhatIsOutOfRange() {
    ForkSummaries one = ForkSummaries.of(new double[][] {{1, 2}});
    ForkSummaries two = ForkSummaries.of(new double[][] {{1, 2}, {2, 3}});
    assertThatThrownBy(() -> new Row(one, two, 0, 0))
        .hasMessage("need 2 forks a side, are 1 and 2");
    assertThatThrownBy(() -> new Row(two, two, -1, 0)).hasMessageContaining("logThreshold");
    assertThatThrownBy(() -> ForkSummaries.of(new double[0][]))
        .hasMessage("a side needs at least one fork");
    assertThatThrownBy(() -> ForkSummaries.of(new double[][] {{}}))
        .hasMessage("a fork needs at least one iteration");
    assertThatThrownBy(() -> ForkSummaries.of(new double[][] {{0}}))
        .hasMessage("a cost must be positive and finite, is 0.0");
    assertThatThrownBy(() -> new NullDistribution(new double[] {0, 1}, new double[] {1, 0.5}, 1))
        .hasMessageContaining("at least 3 points");
    assertThatThrownBy(
            () -> new NullDistribution(new double[] {0, 2, 1}, new double[] {1, 0.5, 0.1}, 1))
        .hasMessageContaining("t must rise and p fall strictly");
    assertThat(new SuiteTest(new NullTable(Map.of())).test(List.of())).isEmpty();
  }
}
