package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Policy;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs the rows of two runs, judges each metric as a suite, and looks at the whole. */
final class RunComparer {

  private final DecisionRule rule;
  private final RowSelection selection;
  private final EnvironmentCheck environments;
  private final RowTest test;
  private final List<Finding> findings = new ArrayList<>();

  RunComparer(
      DecisionRule rule, RowSelection selection, EnvironmentCheck environments, RowTest test) {
    this.rule = rule;
    this.selection = selection;
    this.environments = environments;
    this.test = test;
  }

  Comparison compare(BenchmarkRun base, BenchmarkRun current) {
    RowPairs pairs = RowPairs.of(base, current, selection, rule.policy());
    environments.check(base, current, pairs.pairs());
    findings.addAll(environments.findings());
    reading(base);
    reading(current);
    findings.addAll(pairs.findings());
    List<RowComparison> rows = judge(pairs.pairs());
    SuiteShift.of(rows).ifPresent(findings::add);
    NoiseFinding.of(rule.noise(), rows).ifPresent(findings::add);
    plans(pairs.pairs());
    manifest(current);
    expired();
    return new Comparison(
        base.label(),
        current.label(),
        rule,
        rows,
        pairs.missing(),
        pairs.added(),
        environments.environmentsDiffer(),
        findings);
  }

  /** Judges the rows of each metric as a suite; the result is in the order of the pairs. */
  private List<RowComparison> judge(List<RowPairs.Pair> pairs) {
    Map<String, List<MetricRow>> suites = new LinkedHashMap<>();
    for (RowPairs.Pair pair : pairs) {
      SortedMap<String, Metric> now = metrics(pair.current());
      metrics(pair.base())
          .forEach(
              (name, metric) -> {
                if (selection.takes(name) && now.containsKey(name)) {
                  suites
                      .computeIfAbsent(name, unused -> new ArrayList<>())
                      .add(MetricRow.of(pair, name, metric, now.get(name), rule));
                }
              });
    }
    List<RowComparison> rows = new ArrayList<>();
    suites.values().forEach(suite -> rows.addAll(new RowJudge(rule, test).judge(suite)));
    return rows;
  }

  private static SortedMap<String, Metric> metrics(BenchmarkRow row) {
    SortedMap<String, Metric> metrics = new TreeMap<>(row.secondary());
    metrics.put(RowComparison.PRIMARY, row.primary());
    return metrics;
  }

  private void reading(BenchmarkRun run) {
    run.notes()
        .forEach(note -> find(FindingCode.READING_NOTE, Severity.INFO, run.label() + ": " + note));
  }

  private void plans(List<RowPairs.Pair> pairs) {
    pairs.stream()
        .filter(RowPairs.Pair::hasOtherPlan)
        .forEach(
            pair ->
                find(
                    FindingCode.PLAN_CHANGED,
                    Severity.INFO,
                    pair.name()
                        + ": the plan changed from "
                        + pair.base().key().paramText()
                        + " to "
                        + pair.current().key().paramText()));
  }

  private void manifest(BenchmarkRun current) {
    for (Glob expected : rule.policy().expected()) {
      boolean there =
          current.rows().stream()
              .map(BenchmarkRow::key)
              .map(BenchmarkKey::benchmark)
              .anyMatch(expected::matches);
      if (!there) {
        find(
            FindingCode.MANIFEST_GAP,
            Severity.ERROR,
            "no benchmark of the current side matches "
                + expected.text()
                + ", which is expected; find out why it did not run, or take it out of the list");
      }
    }
  }

  private void expired() {
    Policy policy = rule.policy();
    for (AcceptedChange change : policy.accepted()) {
      if (rule.today().filter(change::isExpired).isPresent()) {
        find(
            FindingCode.ACCEPTANCE_EXPIRED,
            Severity.WARNING,
            "the change accepted for "
                + change.benchmark().text()
                + " held until "
                + change.until().orElseThrow()
                + "; renew it with a reason or remove it");
      }
    }
  }

  private void find(FindingCode code, Severity severity, String message) {
    findings.add(new Finding(code, severity, message));
  }
}
