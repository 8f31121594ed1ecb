package io.amorsize.jmh.report;

import io.amorsize.history.Baseline;
import io.amorsize.history.KeptJar;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.Measurements;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The named baselines. */
public final class BaselineReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("baseline"),
          Column.words("saved"),
          Column.words("CPU"),
          Column.numbers("cores"),
          Column.numbers("JDK"));

  private static final List<Column> ROW_COLUMNS =
      List.of(
          Column.words("benchmark"),
          Column.words("parameters"),
          Column.words("mode"),
          Column.numbers("forks"),
          Column.numbers("score"),
          Column.words("unit"));

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

  /** The rows of a baseline that holds a JMH result alone. */
  public static Report rows(BenchmarkRun run) {
    List<List<Cell>> rows = run.rows().stream().map(BaselineReport::row).toList();
    return new Report(
        "Baseline " + run.label(),
        rows.size() + (rows.size() == 1 ? " row." : " rows."),
        Tone.PLAIN,
        List.of(new Section.Table("", ROW_COLUMNS, rows)),
        "Next: compare with 'compare " + run.label() + " CURRENT'.");
  }

  /** The same for programs: {@code amorsize.baseline-rows/1}. */
  public static String rowsJson(BenchmarkRun run, Optional<KeptJar> jar) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("jar", jar.map(KeptJarText::json).orElse(null));
    return ReportJson.write("amorsize.baseline-rows/1", rows(run), facts);
  }

  private static List<Cell> row(BenchmarkRow row) {
    Measurements measured = row.primary().measurements();
    OptionalDouble score = Arrays.stream(measured.forkMeans()).average();
    return List.of(
        Cell.of(row.key().benchmark()),
        Cell.of(row.key().paramText()),
        Cell.of(row.key().mode()),
        Cell.of(Integer.toString(measured.forks().size())),
        Cell.of(score.isEmpty() ? "-" : String.format(Locale.ROOT, "%.4g", score.getAsDouble())),
        Cell.of(measured.unit().symbol()));
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
    json.put("jar", entry.jar().map(KeptJarText::json).orElse(null));
    return json;
  }
}
