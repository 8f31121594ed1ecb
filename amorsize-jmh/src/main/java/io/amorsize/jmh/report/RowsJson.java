package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.history.KeyJson;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.Metric;
import io.amorsize.verdict.RowComparison;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of a result of JMH, with every metric, for programs. */
public final class RowsJson {

  private RowsJson() {}

  /** The document: {@code amorsize.rows/1}. */
  public static String write(BenchmarkRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.rows/1");
    json.put("label", run.label());
    json.put("environment", run.environment().map(MetadataJson::environment).orElse(null));
    json.put("notes", run.notes());
    json.put("rows", run.rows().stream().flatMap(RowsJson::plain).toList());
    return JsonFile.text(json);
  }

  /** The metrics of a row by name, its own score first. */
  static Map<String, Metric> metrics(BenchmarkRow row) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    metrics.put(RowComparison.PRIMARY, row.primary());
    metrics.putAll(row.secondary());
    return metrics;
  }

  private static Stream<Map<String, Object>> plain(BenchmarkRow row) {
    return metrics(row).entrySet().stream()
        .map(
            named -> {
              Metric metric = named.getValue();
              Map<String, Object> json = KeyJson.key(row.key());
              json.put("metric", named.getKey());
              json.put("unit", metric.unit().symbol());
              json.put("forks", metric.measurements().forks().size());
              json.put("iterations", metric.measurements().iterations());
              json.put("score", orNull(RowsReport.score(metric)));
              json.put("spreadPercent", orNull(RowsReport.spreadPercent(row, metric)));
              json.put(
                  "forkMeans", Arrays.stream(metric.measurements().forkMeans()).boxed().toList());
              return json;
            });
  }
}
