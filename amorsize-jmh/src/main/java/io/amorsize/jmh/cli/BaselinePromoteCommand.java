package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.NewEntry;
import io.amorsize.result.ReadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Moves a baseline to a run that passed. */
@Command(
    name = "promote",
    description = {
      "Moves a baseline to a run that passed its judgement, or to what another baseline holds; to"
          + " one that did not pass with --reason only."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar baseline promote main reports/nightly/20260131-023000",
      "Example: java -jar benchmarks.jar baseline promote main rolling"
    })
final class BaselinePromoteCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Optional<Path> programJar;

  @Mixin private BaselineOptions baselines;
  @Mixin private KeepOptions keep;

  @Parameters(index = "0", paramLabel = "NAME", description = "The baseline that moves.")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "A run's folder, a results file, JMH's JSON, or another baseline's name.")
  private String from;

  BaselinePromoteCommand(Terminal terminal) {
    this.terminal = terminal;
    this.programJar = BenchmarkJar.holding(Main.class);
  }

  @Override
  public Integer call() {
    keep.requireConsistent();
    Optional<Baseline> before = baselines.store().find(name);
    Baseline now = isBaseline() ? toBaseline() : toRun();
    terminal.say(
        "Baseline '"
            + name
            + "' "
            + before.map(old -> "moved to ").orElse("is now ")
            + from
            + keep.reason().map(reason -> ", because: " + reason).orElse("")
            + ". It is in "
            + now.folder()
            + ". Next: 'nightly' and 'suite --baseline "
            + name
            + "' compare with it.");
    return ExitCode.OK.value();
  }

  private boolean isBaseline() {
    return !Files.exists(Path.of(from)) && baselines.store().find(from).isPresent();
  }

  private Baseline toBaseline() {
    Baseline other = baselines.store().find(from).orElseThrow();
    return baselines.store().promote(name, other, keep.reason(), Instant.now());
  }

  private Baseline toRun() {
    if (!Files.exists(Path.of(from))) {
      throw baselines.unknown(from);
    }
    NewEntry entry =
        keep.entry(BaselineRun.read(Path.of(from), ReadLimits.DEFAULT), programJar, terminal);
    return baselines.store().promote(name, entry);
  }
}
