package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.Finding;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SuiteShiftTest {

  private static RowComparison row(String metric, OptionalDouble slowdown, Verdict verdict) {
    SideSummary side =
        new SideSummary(
            Runs.key("a.B.c"),
            Runs.metric("us/op", new double[] {1}).measurements(),
            OptionalDouble.of(1));
    return new RowComparison(
        Runs.key("a.B.c"),
        metric,
        MetricUnit.parse("us/op"),
        Better.LOWER,
        side,
        side,
        RowComparison.Change.ofSlowdown(slowdown),
        verdict,
        false,
        Optional.empty(),
        List.of());
  }

  private static List<RowComparison> rows(double... slowdowns) {
    List<RowComparison> rows = new ArrayList<>();
    for (double slowdown : slowdowns) {
      rows.add(row(RowComparison.PRIMARY, OptionalDouble.of(slowdown), Verdict.INCONCLUSIVE));
    }
    return rows;
  }

  private static String said(List<RowComparison> rows) {
    return SuiteShift.of(rows).map(Finding::message).orElse("");
  }

  @Test
  void eightRowsThatMoveTogetherAreSaid() {
    assertThat(said(rows(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1)))
        .startsWith("8 of 8 rows moved the same way, the median row by +10.0 %: more likely");
    assertThat(said(rows(0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9)))
        .startsWith("8 of 8 rows moved the same way, the median row by -10.0 %");
    assertThat(said(rows(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1))).isEmpty();
  }

  @Test
  void threeQuartersAreEnough() {
    assertThat(said(rows(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 0.9, 0.9)))
        .startsWith("6 of 8 rows moved the same way");
    assertThat(said(rows(1.1, 1.1, 1.1, 1.1, 1.1, 0.9, 0.9, 0.9))).isEmpty();
  }

  @Test
  void lessThanOnePercentIsNoMove() {
    assertThat(said(rows(1.009, 1.009, 1.009, 1.009, 1.009, 1.009, 1.009, 1.009))).isEmpty();
    assertThat(said(rows(1.011, 1.011, 1.011, 1.011, 1.011, 1.011, 1.011, 1.011))).isNotEmpty();
  }

  @Test
  void onlyTheBenchmarksOwnScoresCount() {
    List<RowComparison> rows = rows(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1);
    rows.add(row("gc.alloc.rate.norm", OptionalDouble.of(1.1), Verdict.SLOWER));
    rows.add(row(RowComparison.PRIMARY, OptionalDouble.empty(), Verdict.INCONCLUSIVE));
    assertThat(said(rows)).isEmpty();
  }

  @Test
  void aQuarterThatIsCalledIsSaidWhateverItsDirection() {
    List<RowComparison> rows = rows(1.001, 1.001, 1.001, 0.999, 0.999, 0.999);
    rows.add(row(RowComparison.PRIMARY, OptionalDouble.of(1.2), Verdict.SLOWER));
    rows.add(row(RowComparison.PRIMARY, OptionalDouble.of(0.999), Verdict.SAME));
    assertThat(said(rows)).isEmpty();
    rows.set(7, row(RowComparison.PRIMARY, OptionalDouble.of(0.8), Verdict.FASTER));
    assertThat(said(rows)).startsWith("2 of 8 rows changed at once, 1 slower and 1 faster: more");
  }
}
