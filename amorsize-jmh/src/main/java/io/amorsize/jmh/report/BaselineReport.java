package io.amorsize.jmh.report;

import io.amorsize.history.Baseline;
import io.amorsize.history.EntryOrigin;
import io.amorsize.history.KeptJar;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.Measurements;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
          Column.numbers("JDK"),
          Column.words("judged"));

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
        rows.isEmpty() ? List.of() : sections(baselines, rows),
        baselines.isEmpty()
            ? "Next: save one with 'baseline save NAME RUN'."
            : "Next: 'baseline show NAME' tells what one holds, and how to compare with it.");
  }

  private static List<Section> sections(List<Baseline> baselines, List<List<Cell>> rows) {
    List<Section> sections = new ArrayList<>(List.of(new Section.Table("", COLUMNS, rows)));
    sections.addAll(reasons(baselines));
    return sections;
  }

  private static List<Cell> row(String name, Baseline.Entry entry) {
    RunEnvironment environment = entry.environment();
    return List.of(
        Cell.of(name),
        Cell.of(entry.savedAt().truncatedTo(ChronoUnit.SECONDS).toString()),
        Cell.of(environment.cpuModel()),
        Cell.of(environment.cores() == 0 ? "?" : Integer.toString(environment.cores())),
        Cell.of(environment.jdkFeature() == 0 ? "?" : Integer.toString(environment.jdkFeature())),
        judged(entry.origin()));
  }

  private static Cell judged(EntryOrigin origin) {
    String label = origin.judgement().label();
    return switch (origin.judgement()) {
      case PASSED -> new Cell(label, Tone.GOOD);
      case FAILED -> new Cell(label, Tone.BAD);
      case NOT_JUDGED -> Cell.of(label);
    };
  }

  /** Why baselines hold what did not pass. */
  private static List<Section> reasons(List<Baseline> baselines) {
    List<Section.Paragraph> notes = new ArrayList<>();
    for (Baseline baseline : baselines) {
      for (Baseline.Entry entry : baseline.entries()) {
        entry
            .origin()
            .reason()
            .ifPresent(why -> notes.add(Section.Paragraph.of(baseline.name() + ": " + why)));
      }
    }
    return notes.isEmpty() ? List.of() : List.of(new Section.Notes("Reasons:", notes));
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
    json.put("judged", entry.origin().judgement().label());
    json.put("reason", entry.origin().reason().orElse(null));
    json.put("source", entry.origin().source().orElse(null));
    json.put("commit", entry.origin().commit().orElse(null));
    json.put("environment", MetadataJson.environment(entry.environment()));
    json.put("results", entry.results().map(Object::toString).orElse(null));
    json.put("jmh", entry.jmh().map(Object::toString).orElse(null));
    json.put("jar", entry.jar().map(KeptJarText::json).orElse(null));
    json.put("workloadsJar", entry.workloadsJar().map(KeptJarText::json).orElse(null));
    return json;
  }
}
