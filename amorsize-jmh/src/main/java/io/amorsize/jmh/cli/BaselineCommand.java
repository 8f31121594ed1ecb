package io.amorsize.jmh.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Named baselines. */
@Command(
    name = BaselineCommand.NAME,
    description = "Named baselines: saved, promoted, and changes to them accepted.",
    footer = {"", "Example: java -jar benchmarks.jar baseline save main"})
final class BaselineCommand implements Runnable {

  static final String NAME = "baseline";

  @Spec private CommandSpec spec;

  /** The command with those below it. */
  static CommandLine line(Terminal terminal, Clock clock) {
    return new CommandLine(new BaselineCommand())
        .addSubcommand("save", new BaselineSaveCommand(terminal))
        .addSubcommand("list", new BaselineListCommand(terminal))
        .addSubcommand("show", new BaselineShowCommand(terminal))
        .addSubcommand("promote", new BaselinePromoteCommand(terminal))
        .addSubcommand("accept", new BaselineAcceptCommand(terminal, clock))
        .addSubcommand("remove", new BaselineRemoveCommand(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: save, list, show, promote, accept or remove");
  }
}
