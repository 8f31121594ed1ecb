package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.finding.Finding;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.result.JsonFile;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.WorkloadChange;
import java.util.LinkedHashMap;
import java.util.Map;

/** A comparison of workloads for programs: {@code amorsize.performance-comparison/1}. */
public final class WorkloadComparisonJson {

  private WorkloadComparisonJson() {}

  /** The document. */
  public static String write(PerformanceComparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", ComparisonFile.OF_WORKLOADS);
    json.put("threshold", comparison.threshold());
    json.put("environments_differ", comparison.environmentsDiffer());
    json.put(
        "regressions",
        comparison.regressions().stream().map(WorkloadComparisonJson::change).toList());
    json.put(
        "improvements",
        comparison.improvements().stream().map(WorkloadComparisonJson::change).toList());
    json.put("unchanged", comparison.unchanged());
    json.put("missing_workloads", comparison.missingWorkloads());
    json.put("new_workloads", comparison.newWorkloads());
    json.put(
        "findings", comparison.findings().stream().map(WorkloadComparisonJson::finding).toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> change(WorkloadChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workload", change.workload());
    json.put("metric", change.metric().label());
    json.put("baseline_" + change.metric().valueKey(), change.base());
    json.put("current_" + change.metric().valueKey(), change.current());
    json.put("change_percent", change.changePercent());
    json.put("p", orNull(change.p()));
    json.put("q", orNull(change.q()));
    return json;
  }

  static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", finding.code().label());
    json.put("severity", finding.severity().label());
    json.put("message", finding.message());
    return json;
  }
}
