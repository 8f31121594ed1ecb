package io.amorsize.jmh.report;

import io.amorsize.history.KeyJson;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.Metric;
import io.amorsize.verdict.RowComparison;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The rows of a result of JMH, with every metric, for programs and spreadsheets. */
public final class RowsJson {

  private static final List<String> NAMES =
      List.of(
          "benchmark",
          "params",
          "mode",
          "threads",
          "metric",
          "unit",
          "forks",
          "iterations",
          "score",
          "spread_percent");

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

  private static Map<String, Metric> metrics(BenchmarkRow row) {
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

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : null;
  }

  /** The rows for spreadsheets. */
  public static String csv(BenchmarkRun run) {
    return CsvLine.document(NAMES, run.rows().stream().flatMap(RowsJson::lines));
  }

  private static Stream<String> lines(BenchmarkRow row) {
    return metrics(row).entrySet().stream()
        .map(
            named ->
                new CsvLine()
                    .text(row.key().benchmark())
                    .text(row.key().paramText())
                    .text(row.key().mode())
                    .number(row.key().threads())
                    .text(named.getKey())
                    .text(named.getValue().unit().symbol())
                    .number(named.getValue().measurements().forks().size())
                    .number(named.getValue().measurements().iterations())
                    .number(RowsReport.score(named.getValue()))
                    .number(RowsReport.spreadPercent(row, named.getValue()))
                    .line());
  }
}
