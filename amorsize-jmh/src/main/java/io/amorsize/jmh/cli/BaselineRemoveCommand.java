package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.result.ResultFormatException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a baseline. */
@Command(
    name = "remove",
    description = "Removes a baseline, with the jars that no other baseline keeps.",
    footer = {"", "Example: java -jar benchmarks.jar baseline remove old --yes"})
final class BaselineRemoveCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private BaselineOptions baselines;

  @Parameters(index = "0", paramLabel = "NAME", description = "The baseline's name.")
  private String name;

  @Option(names = "--yes", description = "Really remove it.")
  private boolean yes;

  BaselineRemoveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Baseline found = baselines.store().find(name).orElseThrow(() -> baselines.unknown(name));
    if (!yes) {
      int entries = found.entries().size();
      throw new ResultFormatException(
          "baseline '"
              + name
              + "' holds "
              + (entries == 1 ? "1 result" : entries + " results")
              + " that would be gone; say --yes to remove it");
    }
    baselines.store().remove(name);
    terminal.say(
        "Removed baseline '"
            + name
            + "' from "
            + baselines.folder()
            + ". Next: 'baseline list' shows what is left.");
    return ExitCode.OK.value();
  }
}
