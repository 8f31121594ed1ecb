package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonMethodTest {

  private static final List<RowMethod> METHODS = RowMethod.all();

  private static final double[][] BASE = {{100, 101, 99}, {101, 103, 99}, {100, 100, 98}};

  private static BenchmarkRow row(String unit, double[][] forks) {
    return SyntheticRows.row("bench.Row", unit, forks);
  }

  private static double[][] times(double factor) {
    double[][] scores = new double[BASE.length][];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = BASE[i].clone();
      for (int j = 0; j < scores[i].length; j++) {
        scores[i][j] *= factor;
      }
    }
    return scores;
  }

  private static List<Boolean> flags(BenchmarkRow base, BenchmarkRow current) {
    return METHODS.stream()
        .map(method -> method.judge(List.of(base), List.of(current)).get(0).flagged())
        .toList();
  }

  @Test
  void thresholdsApplyToTheCost() {
    BenchmarkRow base = row("ns/op", BASE);
    assertThat(flags(base, row("ns/op", times(1.06))).subList(0, 2)).containsExactly(true, false);
    assertThat(flags(base, row("ns/op", times(1.11))).subList(0, 2)).containsExactly(true, true);
    // A throughput lower by 5 % is a cost higher by 5.3 %.
    assertThat(flags(row("ops/s", BASE), row("ops/s", times(0.95))).subList(0, 2))
        .containsExactly(true, false);
    assertThat(flags(row("ops/s", BASE), row("ops/s", times(1.05))).subList(0, 2))
        .containsExactly(false, false);
  }

  @Test
  void intervalsOfJmhTouchAtTheSumOfTheirHalves() {
    // Nine scores with squared deviations of 16.889: variance 2.111, standard error 0.4843; tables
    // give Student's t as 5.041 (8 degrees, .9995), so half an interval is 2.441, two are 4.883.
    double[][] near = shifted(4.87);
    double[][] far = shifted(4.90);
    assertThat(flags(row("ns/op", BASE), row("ns/op", near)).get(2)).isFalse();
    assertThat(flags(row("ns/op", BASE), row("ns/op", far)).get(2)).isTrue();
  }

  private static double[][] shifted(double by) {
    double[][] scores = times(1);
    for (double[] fork : scores) {
      for (int i = 0; i < fork.length; i++) {
        fork[i] += by;
      }
    }
    return scores;
  }

  @Test
  void nothingIsFlaggedWhereNothingDiffers() {
    assertThat(flags(row("ns/op", BASE), row("ns/op", BASE))).containsOnly(false);
  }

  @Test
  void clearChangesAreFlaggedByAll() {
    assertThat(flags(row("ns/op", BASE), row("ns/op", times(1.5)))).containsOnly(true);
  }

  @Test
  void theLargerOfTwoFindsASlowRowAmongMany() {
    List<BenchmarkRow> rows = SyntheticRows.of(60, 10, 0.005, 3);
    PlayedSuite suite =
        PlayedSuite.deal(
            0, rows, Programme.main(60, new ForkCounts(5, 5), 1), new SplittableRandom(1));
    List<BenchmarkRow> current = new ArrayList<>(suite.current());
    current.set(7, suite.changed().get(PlantedChange.BY_10).get(7));
    List<Call> calls = new LargerOfTwoRule().judge(suite.base(), current);
    assertThat(calls.get(7).alarm()).isTrue();
    assertThat(calls.stream().filter(Call::alarm)).hasSize(1);
  }
}
