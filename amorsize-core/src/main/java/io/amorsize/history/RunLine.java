package io.amorsize.history;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.RowSettingsJson;
import io.amorsize.result.ShownText;
import io.amorsize.unit.MetricUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole run as one line of JSON, for a file that is kept in a git branch or brought to another
 * history. What is read is the same to the last bit; its hash says so.
 */
public final class RunLine {

  private static final String SCHEMA = "amorsize.history-run/1";

  private RunLine() {}

  /** The line of a run, in ASCII and without a line feed. */
  public static String write(RunOrigin origin, RunContent content) {
    return JsonFile.line(plain(origin, content));
  }

  /** A run as plain values. */
  public static Map<String, Object> plain(RunOrigin origin, RunContent content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("hash", content.hash());
    json.putAll(OriginJson.plain(origin));
    json.put("rows", content.rows().stream().map(RunLine::row).toList());
    Map<String, Object> results = new LinkedHashMap<>();
    content
        .results()
        .forEach((name, result) -> results.put(name, PerformanceResultJson.plain(result)));
    json.put("results", results);
    return json;
  }

  private static Map<String, Object> row(BenchmarkRow row) {
    Map<String, Object> json = KeyJson.key(row.key());
    json.put("settings", RowSettingsJson.plain(row.settings()));
    json.put("primary", metric(row.primary()));
    Map<String, Object> secondary = new LinkedHashMap<>();
    row.secondary().forEach((name, metric) -> secondary.put(name, metric(metric)));
    json.put("secondary", secondary);
    return json;
  }

  private static Map<String, Object> metric(Metric metric) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", metric.unit().symbol());
    metric.score().ifPresent(score -> json.put("score", score));
    metric.problem().ifPresent(problem -> json.put("problem", problem));
    json.put("forks", metric.measurements().forks().stream().map(Fork::toArray).toList());
    return json;
  }

  /**
   * Reads a line.
   *
   * @param place where it stands, for messages
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is no run, or not what
   *     its hash says
   */
  public static NewRun read(String place, String line) {
    return read(place, line, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is no run, holds too
   *     much or is not what its hash says
   */
  public static NewRun read(String place, String line, ReadLimits limits) {
    JsonPlace json = JsonFile.parse(place, line, limits).object();
    json.at("rows").requireAtMost(limits.maxRows());
    if (!json.at("schema").text().equals(SCHEMA)) {
      throw json.at("schema")
          .problem(
              "must be "
                  + SCHEMA
                  + ", is "
                  + ShownText.of(json.at("schema").text())
                  + "; a newer program may have written it");
    }
    RunContent content = content(json);
    if (!content.hash().equals(json.at("hash").text())) {
      throw json.at("hash")
          .problem("is not that of the numbers in this line: it was changed; export it again");
    }
    return new NewRun(OriginJson.read(json), content);
  }

  private static RunContent content(JsonPlace json) {
    try {
      List<BenchmarkRow> rows = json.at("rows").elements().stream().map(RunLine::readRow).toList();
      JsonPlace results = json.at("results");
      return new RunContent(
          rows, results.object().node().isEmpty() ? Map.of() : PerformanceResultJson.read(results));
    } catch (IllegalArgumentException e) {
      throw json.problem("cannot be used: " + e.getMessage());
    }
  }

  private static BenchmarkRow readRow(JsonPlace place) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    place
        .at("secondary")
        .members()
        .forEach(metric -> secondary.put(metric.key(), readMetric(metric)));
    return new BenchmarkRow(
        KeyJson.readKey(place),
        readMetric(place.at("primary")),
        secondary,
        RowSettingsJson.read(place.at("settings")));
  }

  private static Metric readMetric(JsonPlace place) {
    List<Fork> forks =
        place.at("forks").elements().stream()
            .map(fork -> Fork.of(fork.elements().stream().mapToDouble(JsonPlace::number).toArray()))
            .toList();
    JsonPlace score = place.at("score");
    return new Metric(
        new Measurements(MetricUnit.parse(place.at("unit").text()), forks),
        score.isPresent() ? OptionalDouble.of(score.number()) : OptionalDouble.empty(),
        place.at("problem").ifPresent().map(JsonPlace::text));
  }
}
