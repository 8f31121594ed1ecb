package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Saves a run as a baseline. */
@Command(
    name = "save",
    description = "Saves a run as a baseline; an entry of the same machine and JDK is replaced.",
    footer = {"", "Example: java -jar benchmarks.jar baseline save main reports/20260131-230000"})
final class BaselineSaveCommand implements Callable<Integer> {

  private static final String RESULTS = "performance_results.json";
  private static final String JMH = "jmh-result.json";

  private final Terminal terminal;

  @Mixin private BaselineOptions baselines;

  @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, '.', '_' and '-'.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      defaultValue = RESULTS,
      description = "A run's folder, a results file, or JMH's JSON (default: ${DEFAULT-VALUE}).")
  private Path run;

  BaselineSaveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(run) && Files.exists(run) && JmhResultReader.looksLikeJmh(run)) {
      return saveRows().value();
    }
    Path file = Files.isDirectory(run) ? run.resolve(RESULTS) : run;
    Map<String, PerformanceResult> results = PerformanceResultJson.read(file);
    RunEnvironment environment =
        ResultsArgument.environment(results).orElse(BaselineSaveCommand.unknown());
    Optional<byte[]> jmh =
        Files.isDirectory(run) && Files.exists(run.resolve(JMH))
            ? Optional.of(bytes(run.resolve(JMH)))
            : Optional.empty();
    Optional<String> text = Optional.of(PerformanceResultJson.write(results.values()));
    save(environment, text, jmh, results.size() + " workloads");
    return ExitCode.OK.value();
  }

  /** Saves a JMH result by itself, once it has been read, so that a baseline can always be used. */
  private ExitCode saveRows() {
    int rows = new JmhResultReader().read(run).rows().size();
    save(unknown(), Optional.empty(), Optional.of(bytes(run)), rows + " rows");
    return ExitCode.OK;
  }

  private void save(
      RunEnvironment environment, Optional<String> results, Optional<byte[]> jmh, String what) {
    Baseline saved = baselines.store().save(name, environment, results, jmh, Instant.now());
    terminal.say(
        "Saved "
            + what
            + " as baseline '"
            + name
            + "' in "
            + saved.folder()
            + ". Next: compare with '"
            + (results.isPresent() ? "suite --baseline " + name : "compare " + name + " CURRENT")
            + "'.");
  }

  private static RunEnvironment unknown() {
    String unknown = HostProfile.UNKNOWN;
    return new RunEnvironment(unknown, 0, unknown, unknown, unknown, unknown, 0, List.of());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
