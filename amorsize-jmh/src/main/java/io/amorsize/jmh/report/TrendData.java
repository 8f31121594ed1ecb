package io.amorsize.jmh.report;

import io.amorsize.history.KeyJson;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.Machine;
import io.amorsize.history.SeriesNoise;
import io.amorsize.history.SeriesTrends;
import io.amorsize.history.Trend;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Series over time for programs. */
public final class TrendData {

  private TrendData() {}

  /** The trends with all their points: {@code amorsize.history-trends/1}; shares are no percent. */
  public static String json(List<SeriesTrends> entries, LearnedNoise noise, String history) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.history-trends/1");
    json.put("history", history);
    json.put("usualSessionSd", noise.isEmpty() ? null : noise.usual());
    json.put("series", entries.stream().map(entry -> series(entry, noise)).toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> series(SeriesTrends series, LearnedNoise noise) {
    Map<String, Object> json = KeyJson.key(series.key().row());
    json.put("metric", series.key().metric());
    json.put("unit", series.unit().symbol());
    json.put("better", series.better().label());
    SeriesNoise learned = noise.series().get(series.key());
    json.put("sessionSd", learned == null ? null : learned.sd());
    json.put("leftOut", series.leftOut());
    json.put("machines", series.trends().stream().map(TrendData::trend).toList());
    return json;
  }

  private static Map<String, Object> trend(Trend trend) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", machine(trend.machine()));
    json.put("median", trend.median());
    json.put("spread", orNull(trend.spread()));
    json.put("change", orNull(trend.change()));
    json.put("standsOut", trend.standsOut());
    json.put("points", trend.nights().stream().map(TrendData::point).toList());
    return json;
  }

  private static Map<String, Object> machine(Machine machine) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cpu", machine.cpuModel().isEmpty() ? null : machine.cpuModel());
    json.put("cores", machine.cores() == 0 ? null : machine.cores());
    json.put("jdk", machine.jdk() == 0 ? null : machine.jdk());
    json.put("jvm", machine.jvm().isEmpty() ? null : machine.jvm());
    return json;
  }

  private static Map<String, Object> point(Trend.Night point) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", point.run().hash());
    json.put("time", point.run().origin().time().toString());
    json.put("commit", point.run().origin().commit().orElse(null));
    json.put("branch", point.run().origin().branch().orElse(null));
    json.put("value", point.value());
    json.put("forks", point.forks());
    return json;
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** The trends for spreadsheets: a line for each point. */
  public static String csv(List<SeriesTrends> entries) {
    CsvLine header = new CsvLine();
    List.of(
            "benchmark",
            "params",
            "mode",
            "threads",
            "metric",
            "unit",
            "machine",
            "time",
            "run",
            "commit",
            "branch",
            "forks",
            "value")
        .forEach(header::text);
    List<String> lines = new ArrayList<>(List.of(header.line()));
    for (SeriesTrends entry : entries) {
      for (Trend trend : entry.trends()) {
        trend.nights().forEach(point -> lines.add(line(entry, trend.machine(), point)));
      }
    }
    return String.join("", lines);
  }

  private static String line(SeriesTrends series, Machine machine, Trend.Night point) {
    BenchmarkKey key = series.key().row();
    return new CsvLine()
        .text(key.benchmark())
        .text(key.paramText())
        .text(key.mode())
        .number(key.threads())
        .text(series.key().metric())
        .text(series.unit().symbol())
        .text(machine.toString())
        .text(point.run().origin().time().toString())
        .text(point.run().hash())
        .text(point.run().origin().commit().orElse(""))
        .text(point.run().origin().branch().orElse(""))
        .number(point.forks().size())
        .number(OptionalDouble.of(point.value()))
        .line();
  }
}
