package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a night leaves behind.
 *
 * @param path its folder
 */
public record NightFolder(Path path) {

  /** Present in every night's folder. */
  public static final String STATE = "night.json";

  private static final String SCHEMA = "amorsize.night/1";

  /** Whether a folder is a night's. */
  public static boolean isNight(Path folder) {
    return Files.isRegularFile(folder.resolve(STATE));
  }

  /** The name of the night. */
  public String id() {
    return path.getFileName().toString();
  }

  /** The folder of the run that was measured. */
  public Path run() {
    return path.resolve("run");
  }

  /** What the doctor said. */
  Path doctor() {
    return path.resolve("doctor.json");
  }

  /** The comparison of rows with a baseline. */
  Path comparison(String baseline) {
    return path.resolve("against-" + baseline + ".json");
  }

  /** The session that confirms what was flagged against a baseline. */
  Path session(String baseline) {
    return path.resolve("confirm-" + baseline);
  }

  /** The comparisons in short. */
  Path comparisons() {
    return path.resolve("comparisons.json");
  }

  /** What became of the rows that were flagged. */
  Path confirmation() {
    return path.resolve("confirmation.json");
  }

  /** What the history says about the series. */
  Path trend() {
    return path.resolve("trend.json");
  }

  /** The report for people. */
  public Path report() {
    return path.resolve("report.md");
  }

  /** The same report as a page. */
  Path page() {
    return path.resolve("report.html");
  }

  /** The comparisons of the sessions that confirmed what was flagged. */
  public List<Path> confirmations() {
    return NightComparisons.read(comparisons()).with().stream()
        .map(with -> session(with.baseline()).resolve(SessionFolder.COMPARISON))
        .filter(Files::isRegularFile)
        .toList();
  }

  /** Writes how far the night has come. */
  void write(NightState state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("id", id());
    json.put("started_at", state.startedAt().toString());
    json.put("command", state.command());
    json.put("jar", state.jar().orElse(null));
    json.put("workloads_jar", state.workloadsJar().orElse(null));
    json.put("commit", state.commit().orElse(null));
    json.put("branch", state.branch().orElse(null));
    json.put("steps", state.steps().stream().map(StepRecord::plain).toList());
    state
        .end()
        .ifPresent(
            end -> {
              json.put("ended_at", end.at().toString());
              json.put("judged", end.judgement().label());
              json.put("exit_code", end.exitCode());
            });
    WholeFile.write(path.resolve(STATE), JsonFile.text(json));
  }

  /**
   * Reads how far the night has come.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is none
   */
  public NightState state() {
    Path file = path.resolve(STATE);
    JsonPlace json = JsonFile.read(file).object();
    json.requireSchema(SCHEMA, "a newer program may have written it");
    return new NightState(
        instant(json.at("started_at")),
        json.at("command").texts(),
        text(json.at("jar")),
        text(json.at("workloads_jar")),
        text(json.at("commit")),
        text(json.at("branch")),
        steps(json.at("steps")),
        json.at("ended_at").ifPresent().map(at -> end(json)));
  }

  private static List<StepRecord> steps(JsonPlace json) {
    return json.elements().stream()
        .map(
            step ->
                new StepRecord(
                    step.at("step").text(),
                    step.at("sentence").text(),
                    Duration.ofMillis(Math.round(1000 * step.at("seconds").number()))))
        .toList();
  }

  private static NightState.End end(JsonPlace json) {
    JsonPlace judged = json.at("judged");
    Judgement judgement =
        Arrays.stream(Judgement.values())
            .filter(value -> value.label().equals(judged.text()))
            .findFirst()
            .orElseThrow(() -> judged.problem("must be passed, failed or not judged"));
    return new NightState.End(
        instant(json.at("ended_at")), judgement, json.at("exit_code").integer());
  }

  private static Optional<String> text(JsonPlace json) {
    return json.ifPresent().map(JsonPlace::text);
  }

  private static Instant instant(JsonPlace json) {
    try {
      return Instant.parse(json.text());
    } catch (DateTimeParseException e) {
      throw json.problem("must be a time such as 2026-01-31T23:59:59Z, is " + json.text());
    }
  }
}
