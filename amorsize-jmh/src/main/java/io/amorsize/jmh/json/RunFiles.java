package io.amorsize.jmh.json;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.NewEntry;
import io.amorsize.host.HostProfile;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run left behind.
 *
 * @param named the folder or file that a user named
 * @param results results of workloads, where it has them
 * @param rows JMH's result JSON, where it has it
 * @param limits what its files may hold at most
 */
public record RunFiles(Path named, Optional<Path> results, Optional<Path> rows, ReadLimits limits) {

  /** Results of workloads in the folder of a run. */
  public static final String RESULTS = "performance_results.json";

  /** JMH's result JSON in the folder of a run. */
  public static final String ROWS = "jmh-result.json";

  /** The same with the warm-up in front. */
  public static final String FULL_ROWS = "jmh-result.warmup.json";

  /** Where the run was measured; rows of JMH do not say it. */
  public static final String ENVIRONMENT = "environment.json";

  private static final String SCHEMA = "amorsize.environment/1";

  private static final RunEnvironment UNKNOWN =
      new RunEnvironment(
          HostProfile.UNKNOWN,
          0,
          HostProfile.UNKNOWN,
          HostProfile.UNKNOWN,
          HostProfile.UNKNOWN,
          HostProfile.UNKNOWN,
          0,
          List.of());

  /**
   * Looks at a run's folder, a results file, or JMH's JSON.
   *
   * @throws ResultFormatException in one sentence, if it is none of them
   */
  public static RunFiles of(Path named) {
    return of(named, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws ResultFormatException in one sentence, if it is none of them
   */
  public static RunFiles of(Path named, ReadLimits limits) {
    if (!Files.exists(named)) {
      throw new ResultFormatException(named + ": there is no such file");
    }
    if (!Files.isDirectory(named)) {
      Optional<Path> file = Optional.of(named);
      return new JmhResultReader(limits).looksLikeJmh(named)
          ? new RunFiles(named, Optional.empty(), file, limits)
          : new RunFiles(named, file, Optional.empty(), limits);
    }
    RunFiles files = new RunFiles(named, there(named, RESULTS), there(named, ROWS), limits);
    if (files.results.isEmpty() && files.rows.isEmpty()) {
      throw new ResultFormatException(
          named + ": is no run's folder: there is neither " + RESULTS + " nor " + ROWS + " in it");
    }
    return files;
  }

  private static Optional<Path> there(Path folder, String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }

  /** Results of workloads by name; none where there is no such file. */
  public Map<String, PerformanceResult> readResults() {
    return results.map(file -> PerformanceResultJson.read(file, limits)).orElse(Map.of());
  }

  /** The rows of JMH, known to come from where the run was measured; empty where there are none. */
  public Optional<BenchmarkRun> readRows(String label) {
    return rows.map(file -> new JmhResultReader(limits).readAll(label, List.of(file)))
        .map(run -> environment().map(run::measuredIn).orElse(run));
  }

  /** Where it was measured, as far as its files say. */
  public Optional<RunEnvironment> environment() {
    Path file = named.resolve(ENVIRONMENT);
    if (Files.isRegularFile(file)) {
      JsonPlace json = JsonFile.read(file, limits).object();
      return Optional.of(MetadataJson.readEnvironment(json));
    }
    return readResults().values().stream()
        .flatMap(result -> result.environment().stream())
        .findFirst();
  }

  /**
   * What a baseline is to hold of it, without jars and judgement.
   *
   * @param savedAt the time of saving
   */
  public NewEntry entry(Instant savedAt) {
    Map<String, PerformanceResult> read = readResults();
    Optional<Instant> measuredAt =
        read.values().stream().flatMap(result -> recordedAt(result).stream()).findFirst();
    NewEntry bare =
        NewEntry.of(environment().orElse(UNKNOWN), savedAt)
            .withJmh(rows.map(RunFiles::bytes))
            .withOrigin(EntryOrigin.UNKNOWN.withMeasuredAt(measuredAt));
    return read.isEmpty() ? bare : bare.withResults(PerformanceResultJson.write(read.values()));
  }

  private static Optional<Instant> recordedAt(PerformanceResult result) {
    try {
      return Optional.ofNullable(result.metadata().get("recorded_at"))
          .map(Object::toString)
          .map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes where the run of a folder was measured. */
  public static void writeEnvironment(Path folder, RunEnvironment environment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.putAll(MetadataJson.environment(environment));
    WholeFile.write(folder.resolve(ENVIRONMENT), JsonFile.text(json));
  }
}
