package io.amorsize.jmh.report;

import io.amorsize.history.OriginJson;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.Recording;
import io.amorsize.history.RunOrigin;
import io.amorsize.result.JsonFile;
import io.amorsize.result.RunEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of a history, without what they measured. */
public final class RunsReport {

  private static final int SHOWN_COMMIT = 10;

  private RunsReport() {}

  /** A table of runs. */
  public static Report of(List<RecordedRun> runs, String headline, Tone tone, String next) {
    return new Report(
        "Runs", headline, tone, runs.isEmpty() ? List.of() : List.of(RunsTable.of(runs)), next);
  }

  /** A report about what was recorded, and what happened besides. */
  public static Report recorded(
      List<Recording> recordings, List<String> notes, String headline, String next) {
    List<Section> sections = new ArrayList<>();
    if (!recordings.isEmpty()) {
      sections.add(RunsTable.recorded(recordings));
    }
    if (!notes.isEmpty()) {
      sections.add(new Section.Notes("", notes.stream().map(Section.Paragraph::of).toList()));
    }
    return new Report("Recorded runs", headline, Tone.PLAIN, sections, next);
  }

  /** The first digits of a commit's hash. */
  static String shortened(String commit) {
    return commit.length() <= SHOWN_COMMIT ? commit : commit.substring(0, SHOWN_COMMIT);
  }

  /** The runs for programs: {@code amorsize.history-runs/1}. */
  public static String json(List<RecordedRun> runs, String history, Map<String, Object> facts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.history-runs/1");
    json.put("history", history);
    json.putAll(facts);
    json.put("runs", runs.stream().map(RunsReport::plain).toList());
    return JsonFile.text(json);
  }

  /** The same with whether each was new. */
  public static String recordedJson(
      List<Recording> recordings, String history, List<String> notes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.history-recorded/1");
    json.put("history", history);
    json.put(
        "runs",
        recordings.stream()
            .map(
                recording -> {
                  Map<String, Object> run = plain(recording.run());
                  run.put("new", recording.isNew());
                  return run;
                })
            .toList());
    json.put("notes", notes);
    return JsonFile.text(json);
  }

  static Map<String, Object> plain(RecordedRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("hash", run.hash());
    json.putAll(OriginJson.plain(run.origin()));
    json.put("recorded", run.recordedAt().toString());
    json.put("rows", run.rows());
    json.put("results", run.results());
    return json;
  }

  /** The runs for spreadsheets. */
  public static String csv(List<RecordedRun> runs) {
    List<String> names =
        List.of(
            "run",
            "measured",
            "recorded",
            "commit",
            "branch",
            "name",
            "labels",
            "rows",
            "workloads",
            "cpu",
            "cores",
            "jdk");
    return CsvLine.document(names, runs.stream().map(RunsReport::line));
  }

  private static String line(RecordedRun run) {
    RunOrigin origin = run.origin();
    Optional<RunEnvironment> where = origin.environment();
    String labels =
        origin.labels().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(";"));
    return new CsvLine()
        .text(run.hash())
        .text(origin.time().toString())
        .text(run.recordedAt().toString())
        .text(origin.commit().orElse(""))
        .text(origin.branch().orElse(""))
        .text(origin.name())
        .text(labels)
        .number(run.rows())
        .number(run.results())
        .text(where.map(RunEnvironment::cpuModel).orElse(""))
        .count(where.map(RunEnvironment::cores).orElse(0))
        .count(where.map(RunEnvironment::jdkFeature).orElse(0))
        .line();
  }
}
