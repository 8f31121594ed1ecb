package io.amorsize.jmh.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Named baselines. */
@Command(
    name = "baseline",
    description = "Named baselines: saved, promoted, and changes to them accepted.",
    footer = {"", "Example: java -jar benchmarks.jar baseline save main"})
final class BaselineCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: save, list, show, promote, accept or remove");
  }
}
