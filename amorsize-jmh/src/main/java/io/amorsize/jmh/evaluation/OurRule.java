package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
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
    Comparison comparison = Comparison.of(run("base", base), run("now", current), rule);
    return allOf(comparison, base.size()).stream().map(Call::of).toList();
  }

  static BenchmarkRun run(String label, List<BenchmarkRow> rows) {
    return new BenchmarkRun(label, rows, Optional.empty(), List.of());
  }

  /** The rows of a comparison, which must be as many as went in. */
  static List<RowComparison> allOf(Comparison comparison, int count) {
    List<RowComparison> rows = comparison.rows();
    if (rows.size() != count) {
      throw new IllegalStateException(
          rows.size() + " rows of " + count + " were compared; each needs a key of its own");
    }
    return rows;
  }
}
