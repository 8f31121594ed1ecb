package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.NewEntry;
import io.amorsize.jmh.json.RunFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Saves a run as a baseline. */
@Command(
    name = "save",
    description = {
      "Saves a run as a baseline; an entry of the same machine and JDK is replaced, by a run that"
          + " failed its judgement with --reason only."
    },
    footer = {"", "Example: java -jar benchmarks.jar baseline save main reports/20260131-230000"})
final class BaselineSaveCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Optional<Path> programJar;

  @Mixin private BaselineOptions baselines;
  @Mixin private KeepOptions keep;
  @Mixin private LimitOptions limits;

  @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, '.', '_' and '-'.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      defaultValue = RunFiles.RESULTS,
      description = "A run's folder, a results file, or JMH's JSON (default: ${DEFAULT-VALUE}).")
  private Path run;

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
    keep.requireConsistent();
    BaselineRun read = BaselineRun.read(run, limits.limits());
    NewEntry entry = keep.entry(read, programJar, terminal);
    Baseline saved = baselines.store().save(name, entry);
    terminal.say(saved(read.what(), entry, saved));
    return ExitCode.OK.value();
  }

  /** The sentence about a baseline that was saved. */
  static String saved(String what, NewEntry entry, Baseline saved) {
    return "Saved "
        + what
        + " as baseline '"
        + saved.name()
        + "' in "
        + saved.folder()
        + entry.jars().benchmarks().map(kept -> ", with " + kept.getFileName()).orElse("")
        + ". Next: compare with '"
        + (entry.results().isPresent()
            ? "suite --baseline " + saved.name()
            : "compare " + saved.name() + " CURRENT")
        + "'.";
  }
}
