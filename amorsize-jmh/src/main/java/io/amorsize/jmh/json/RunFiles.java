package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
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
 */
public record RunFiles(Path named, Optional<Path> results, Optional<Path> rows) {

  /** Results of workloads in the folder of a run. */
  public static final String RESULTS = "performance_results.json";

  /** JMH's result JSON in the folder of a run. */
  public static final String ROWS = "jmh-result.json";

  /** The same with the warm-up in front. */
  public static final String FULL_ROWS = "jmh-result.warmup.json";

  /** Where the run was measured; rows of JMH do not say it. */
  public static final String ENVIRONMENT = "environment.json";

  private static final String SCHEMA = "amorsize.environment/1";

  /**
   * Looks at a run's folder, a results file, or JMH's JSON.
   *
   * @throws ResultFormatException in one sentence, if it is none of them
   */
  public static RunFiles of(Path named) {
    if (!Files.exists(named)) {
      throw new ResultFormatException(named + ": there is no such file");
    }
    if (!Files.isDirectory(named)) {
      Optional<Path> file = Optional.of(named);
      return JmhResultReader.looksLikeJmh(named)
          ? new RunFiles(named, Optional.empty(), file)
          : new RunFiles(named, file, Optional.empty());
    }
    RunFiles files = new RunFiles(named, there(named, RESULTS), there(named, ROWS));
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
    return results.map(PerformanceResultJson::read).orElse(Map.of());
  }

  /** The rows of JMH, known to come from where the run was measured; empty where there are none. */
  public Optional<BenchmarkRun> readRows(String label) {
    return rows.map(file -> new JmhResultReader().readAll(label, List.of(file)))
        .map(run -> environment().map(run::measuredIn).orElse(run));
  }

  /** Where it was measured, as far as its files say. */
  public Optional<RunEnvironment> environment() {
    Path file = named.resolve(ENVIRONMENT);
    if (Files.isRegularFile(file)) {
      JsonPlace json = JsonPlace.root(file.toString(), JsonFile.readTree(file)).object();
      return Optional.of(MetadataJson.readEnvironment(json));
    }
    return readResults().values().stream()
        .flatMap(result -> result.environment().stream())
        .findFirst();
  }

  /** Writes where the run of a folder was measured. */
  public static void writeEnvironment(Path folder, RunEnvironment environment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.putAll(MetadataJson.environment(environment));
    WholeFile.write(folder.resolve(ENVIRONMENT), JsonFile.text(json));
  }
}
