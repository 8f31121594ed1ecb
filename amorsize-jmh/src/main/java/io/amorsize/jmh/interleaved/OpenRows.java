package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.policy.Policy;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a comparison that should be measured again, and how they are judged then.
 *
 * @param comparison the comparison that found them
 */
public record OpenRows(RecordedComparison comparison) {

  /** Whether there is nothing to run. */
  public boolean isEmpty() {
    return comparison.open().isEmpty();
  }

  /**
   * What runs, once for each row of whatever metric. Parameters that a side sets are no part of a
   * row.
   *
   * @throws ResultFormatException in one sentence, if the selection leaves nothing
   */
  public List<PairedUnit> units(RowSelection selection, SessionSides sides) {
    Set<PairedUnit> units = new LinkedHashSet<>();
    comparison.open().stream()
        .filter(row -> selection.takes(row.key()))
        .forEach(row -> units.add(unit(row, sides)));
    if (units.isEmpty()) {
      int rows = comparison.open().size();
      throw new ResultFormatException(
          "--include and --exclude leave nothing of "
              + (rows == 1 ? "the 1 row" : "the " + rows + " rows")
              + " to confirm");
    }
    return List.copyOf(units);
  }

  private static PairedUnit unit(RecordedRow row, SessionSides sides) {
    return new PairedUnit(
        unit(row.base(), sides.base()), unit(row.current(), sides.candidate()), arguments(row));
  }

  private static BenchmarkUnit unit(BenchmarkKey row, JarSide side) {
    SortedMap<String, String> params = new TreeMap<>(row.params());
    params.putAll(side.params());
    return new BenchmarkUnit(row.benchmark(), params);
  }

  /** What makes JMH run this row of its benchmark and no other. */
  private static List<String> arguments(RecordedRow row) {
    List<String> arguments = new ArrayList<>(List.of("-bm", row.key().mode()));
    if (row.key().threads() > 0) {
      arguments.addAll(List.of("-t", Integer.toString(row.key().threads())));
    }
    return arguments;
  }

  /**
   * The rule of the comparison, without the noise between sessions, since both sides now run in
   * one; only what runs again is expected to be there.
   *
   * @param agreed what the team has agreed on
   */
  public DecisionRule rule(Policy agreed, LocalDate today) {
    Policy policy =
        new Policy(agreed.rules(), agreed.accepted(), agreed.renames(), List.of())
            .withRenames(renames());
    return DecisionRule.defaults()
        .withThreshold(comparison.threshold())
        .withMargin(comparison.margin())
        .withFalseDiscoveryRate(comparison.fdr())
        .withPolicy(policy, today);
  }

  private Map<String, String> renames() {
    Map<String, String> renames = new LinkedHashMap<>();
    for (RecordedRow row : comparison.open()) {
      if (!row.base().benchmark().equals(row.current().benchmark())) {
        renames.put(row.base().benchmark(), row.current().benchmark());
      }
    }
    return renames;
  }

  /** The metrics in which a row stood out. */
  public List<String> metrics() {
    return comparison.open().stream().map(RecordedRow::metric).distinct().toList();
  }
}
