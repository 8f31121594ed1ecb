package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The rule of this program, through the entry that {@code compare} uses.
 *
 * @param name what it is called
 * @param rule the rule
 */
record OurRule(String name, DecisionRule rule) implements ComparisonMethod {

  @Override
  public boolean isByRow() {
    return false;
  }

  @Override
  public List<Call> judge(List<BenchmarkRow> base, List<BenchmarkRow> current) {
    List<RowComparison> rows = Comparison.of(run("base", base), run("now", current), rule).rows();
    if (rows.size() != base.size()) {
      throw new IllegalStateException(
          rows.size() + " rows of " + base.size() + " were compared; each needs a key of its own");
    }
    return rows.stream().map(OurRule::call).toList();
  }

  private static BenchmarkRun run(String label, List<BenchmarkRow> rows) {
    return new BenchmarkRun(label, rows, Optional.empty(), List.of());
  }

  private static Call call(RowComparison row) {
    boolean alarm = row.verdict() == Verdict.SLOWER || row.verdict() == Verdict.FASTER;
    return new Call(
        alarm || row.suspect(), alarm, row.verdict() == Verdict.SAME, row.change().interval());
  }
}
