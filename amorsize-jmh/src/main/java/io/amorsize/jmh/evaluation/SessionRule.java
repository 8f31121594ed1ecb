package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A session that looks after each pair of forks, through the entry that {@code ab} uses: after each
 * round all rows are judged with the pairs that they have, and those that are still open get one
 * more.
 *
 * @param name what it is called
 * @param design when it stops
 */
record SessionRule(String name, SequentialDesign design) implements ComparisonMethod {

  @Override
  public boolean isByRow() {
    return false;
  }

  @Override
  public List<Call> judge(List<BenchmarkRow> base, List<BenchmarkRow> current) {
    int[] pairs = new int[base.size()];
    Arrays.fill(pairs, SequentialDesign.FEWEST_PAIRS);
    List<RowComparison> rows = look(base, current, pairs);
    while (measureOpen(rows, pairs)) {
      rows = look(base, current, pairs);
    }
    return rows.stream().map(Call::of).toList();
  }

  private List<RowComparison> look(
      List<BenchmarkRow> base, List<BenchmarkRow> current, int[] pairs) {
    Comparison comparison =
        Comparison.ofSession(
            OurRule.run("base", first(base, pairs)),
            OurRule.run("now", first(current, pairs)),
            DecisionRule.defaults(),
            RowSelection.PRIMARY_OF_ALL,
            design);
    return OurRule.allOf(comparison, base.size());
  }

  private static List<BenchmarkRow> first(List<BenchmarkRow> rows, int[] pairs) {
    return IntStream.range(0, pairs.length)
        .mapToObj(i -> RowForks.first(rows.get(i), pairs[i]))
        .toList();
  }

  /** Gives every open row one more pair, if there is one left; false where there was none. */
  private boolean measureOpen(List<RowComparison> rows, int[] pairs) {
    boolean any = false;
    for (int i = 0; i < pairs.length; i++) {
      if (rows.get(i).isOpen() && pairs[i] < design.mostPairs()) {
        pairs[i]++;
        any = true;
      }
    }
    return any;
  }
}
