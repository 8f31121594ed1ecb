package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.NewEntry;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves a run as a baseline. */
@Command(
    name = "save",
    description = "Saves a run as a baseline; an entry of the same machine and JDK is replaced.",
    footer = {"", "Example: java -jar benchmarks.jar baseline save main reports/20260131-230000"})
final class BaselineSaveCommand implements Callable<Integer> {

  private static final String RESULTS = "performance_results.json";
  private static final String JMH = "jmh-result.json";

  private final Terminal terminal;
  private final Optional<Path> programJar;

  @Spec private CommandSpec spec;
  @Mixin private BaselineOptions baselines;

  @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, '.', '_' and '-'.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      defaultValue = RESULTS,
      description = "A run's folder, a results file, or JMH's JSON (default: ${DEFAULT-VALUE}).")
  private Path run;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "Keep this benchmark jar, to run the baseline again (default: for a run of this program,"
              + " its own jar).")
  private Path jar;

  @Option(names = "--no-jar", description = "Keep no jar.")
  private boolean noJar;

  BaselineSaveCommand(Terminal terminal) {
    this(terminal, BenchmarkJar.holding(Main.class));
  }

  /** A command of a program that runs from a jar, or from classes. */
  BaselineSaveCommand(Terminal terminal, Optional<Path> programJar) {
    this.terminal = terminal;
    this.programJar = programJar;
  }

  @Override
  public Integer call() {
    if (jar != null && noJar) {
      throw new ParameterException(spec.commandLine(), "--jar and --no-jar exclude each other");
    }
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
    Optional<Path> ownJar = jmh.flatMap(rows -> jarThatMeasured(file));
    save(
        new NewEntry(environment, Instant.now(), text, jmh, namedJar().or(() -> ownJar)),
        results.size() + " workloads");
    return ExitCode.OK.value();
  }

  private Optional<Path> namedJar() {
    return Optional.ofNullable(jar).map(BenchmarkJar::required);
  }

  /** The jar of this program, unless it was built after the results were written. */
  private Optional<Path> jarThatMeasured(Path results) {
    if (jar != null || noJar || programJar.isEmpty()) {
      return Optional.empty();
    }
    if (lastModified(programJar.get()).compareTo(lastModified(results)) <= 0) {
      return programJar;
    }
    terminal.say(
        programJar.get()
            + ": not kept with the baseline, since it was built after the run; name the jar that"
            + " measured it with --jar");
    return Optional.empty();
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Saves a JMH result by itself, once it has been read, so that a baseline can always be used. */
  private ExitCode saveRows() {
    int rows = new JmhResultReader().read(run).rows().size();
    Optional<byte[]> jmh = Optional.of(bytes(run));
    save(new NewEntry(unknown(), Instant.now(), Optional.empty(), jmh, namedJar()), rows + " rows");
    return ExitCode.OK;
  }

  private void save(NewEntry entry, String what) {
    Baseline saved = baselines.store().save(name, entry);
    terminal.say(
        "Saved "
            + what
            + " as baseline '"
            + name
            + "' in "
            + saved.folder()
            + entry.jar().map(kept -> ", with " + kept.getFileName()).orElse("")
            + ". Next: compare with '"
            + (entry.results().isPresent()
                ? "suite --baseline " + name
                : "compare " + name + " CURRENT")
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
