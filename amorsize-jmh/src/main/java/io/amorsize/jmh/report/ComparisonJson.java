package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.finding.Finding;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SideSummary;
import io.amorsize.verdict.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A comparison for programs: {@code amorsize.comparison/1}. What is not known is null. */
public final class ComparisonJson {

  private ComparisonJson() {}

  /** The document. */
  public static String write(Comparison comparison) {
    return write(comparison, Optional.empty());
  }

  /** The document of a comparison that a session may have measured. */
  public static String write(Comparison comparison, Optional<SessionFacts> session) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", ComparisonFile.SCHEMA);
    json.put("settings", settings(comparison));
    json.put("summary", summary(comparison));
    json.put("environmentsDiffer", comparison.environmentsDiffer());
    session.ifPresent(facts -> json.put("session", facts.json()));
    json.put("rows", comparison.rows().stream().map(ComparisonJson::row).toList());
    json.put("missing", comparison.missing().stream().map(ComparisonJson::key).toList());
    json.put("new", comparison.added().stream().map(ComparisonJson::key).toList());
    json.put("findings", findings(comparison.findings()));
    return JsonFile.text(json);
  }

  private static Map<String, Object> settings(Comparison comparison) {
    DecisionRule rule = comparison.rule();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("base", comparison.base());
    json.put("current", comparison.current());
    json.put("threshold", rule.threshold());
    json.put("margin", rule.margin());
    json.put("fdr", rule.falseDiscoveryRate());
    json.put("flagLevel", DecisionRule.FLAG_LEVEL);
    json.put("sessionSd", rule.noise().usual());
    json.put("rowsOfKnownForkNoise", AlarmFacts.rowsOfKnownForkNoise(comparison));
    return json;
  }

  private static Map<String, Object> summary(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", comparison.rows().size());
    for (Verdict verdict : Verdict.values()) {
      json.put(verdict.label(), comparison.count(verdict));
    }
    json.put("suspect", comparison.suspects().size());
    json.put("missing", comparison.missing().size());
    json.put("new", comparison.added().size());
    json.put("geomeanSlowdown", orNull(comparison.geomeanSlowdown()));
    json.put("expectedFalseAlarms", comparison.expectedFalseAlarms());
    json.put("alarms", AlarmFacts.json(comparison));
    return json;
  }

  private static Map<String, Object> row(RowComparison row) {
    RowComparison.Change change = row.change();
    Map<String, Object> json = key(row.key());
    json.put("metric", row.metric());
    json.put("unit", row.unit().symbol());
    json.put("better", row.better().label());
    json.put("base", side(row.base(), row));
    json.put("current", side(row.current(), row));
    json.put("slowdown", orNull(change.slowdown()));
    json.put("ci", change.interval().map(ComparisonJson::interval).orElse(null));
    json.put("p", orNull(change.p()));
    json.put("q", orNull(change.q()));
    json.put("verdict", row.verdict().label());
    json.put("suspect", row.suspect());
    json.put("accepted", row.accepted().isPresent());
    json.put("smallestDetectable", orNull(change.smallestDetectable()));
    json.put("forksNeeded", orNull(change.forksNeeded()));
    json.put("findings", findings(row.findings()));
    return json;
  }

  private static Map<String, Object> key(BenchmarkKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", key.benchmark());
    json.put("params", key.params());
    json.put("mode", key.mode().isEmpty() ? null : key.mode());
    json.put("threads", key.threads() == 0 ? null : key.threads());
    return json;
  }

  /** A side, with what it takes to run it again where the row's key does not say that. */
  private static Map<String, Object> side(SideSummary side, RowComparison row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("forks", side.forks());
    json.put("iterations", side.iterations());
    json.put("center", orNull(side.center()));
    json.put("spreadPercent", orNull(RowNumbers.spreadPercent(side, row.better())));
    if (!side.key().benchmark().equals(row.key().benchmark())) {
      json.put("benchmark", side.key().benchmark());
    }
    if (!side.key().params().equals(row.key().params())) {
      json.put("params", side.key().params());
    }
    return json;
  }

  private static List<Double> interval(Interval interval) {
    return Arrays.asList(orNull(interval.lower()), orNull(interval.upper()));
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream().map(WorkloadComparisonJson::finding).toList();
  }
}
