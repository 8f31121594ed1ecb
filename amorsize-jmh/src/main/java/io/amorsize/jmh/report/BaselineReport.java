package io.amorsize.jmh.report;

import io.amorsize.history.Baseline;
import io.amorsize.result.JsonFile;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named baselines. */
public final class BaselineReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("baseline"),
          Column.words("saved"),
          Column.words("CPU"),
          Column.numbers("cores"),
          Column.numbers("JDK"));

  private BaselineReport() {}

  /** The baselines of a folder for people. */
  public static Report list(List<Baseline> baselines, String folder) {
    List<List<Cell>> rows =
        baselines.stream()
            .flatMap(
                baseline -> baseline.entries().stream().map(entry -> row(baseline.name(), entry)))
            .toList();
    return new Report(
        "Baselines",
        baselines.size()
            + (baselines.size() == 1 ? " baseline" : " baselines")
            + " in "
            + folder
            + ".",
        Tone.PLAIN,
        rows.isEmpty() ? List.of() : List.of(new Section.Table("", COLUMNS, rows)),
        baselines.isEmpty()
            ? "Next: save one with 'baseline save NAME RUN'."
            : "Next: compare with 'suite --baseline NAME'.");
  }

  private static List<Cell> row(String name, Baseline.Entry entry) {
    RunEnvironment environment = entry.environment();
    return List.of(
        Cell.of(name),
        Cell.of(entry.savedAt().toString()),
        Cell.of(environment.cpuModel()),
        Cell.of(environment.cores() == 0 ? "?" : Integer.toString(environment.cores())),
        Cell.of(environment.jdkFeature() == 0 ? "?" : Integer.toString(environment.jdkFeature())));
  }

  /** The baselines for programs. */
  public static String json(List<Baseline> baselines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.baselines/1");
    json.put("baselines", baselines.stream().map(BaselineReport::plain).toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> plain(Baseline baseline) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", baseline.name());
    json.put("folder", baseline.folder().toString());
    json.put("entries", baseline.entries().stream().map(BaselineReport::plain).toList());
    return json;
  }

  private static Map<String, Object> plain(Baseline.Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fingerprint", entry.environment().fingerprint());
    json.put("saved_at", entry.savedAt().toString());
    json.put("environment", MetadataJson.environment(entry.environment()));
    json.put("results", entry.results().map(Object::toString).orElse(null));
    json.put("jmh", entry.jmh().map(Object::toString).orElse(null));
    return json;
  }
}
