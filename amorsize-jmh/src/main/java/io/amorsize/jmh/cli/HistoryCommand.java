package io.amorsize.jmh.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs that are kept to be followed over time. */
@Command(
    name = HistoryCommand.NAME,
    description = "Keeps runs, and shows how benchmarks and the optimizer change over time.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar history record result.json --commit d32fd12",
      "Example: java -jar benchmarks.jar history trend"
    })
final class HistoryCommand implements Runnable {

  static final String NAME = "history";

  @Spec private CommandSpec spec;

  /** The command with all that it can do. */
  static CommandLine line(Terminal terminal, InstantSource clock) {
    return new CommandLine(new HistoryCommand())
        .addSubcommand("record", new HistoryRecordCommand(terminal, clock))
        .addSubcommand("import", new HistoryImportCommand(terminal, clock))
        .addSubcommand("list", new HistoryListCommand(terminal, clock))
        .addSubcommand("show", new HistoryShowCommand(terminal, clock))
        .addSubcommand("compare", new HistoryCompareCommand(terminal, clock))
        .addSubcommand("trend", new HistoryTrendCommand(terminal, clock))
        .addSubcommand("check", new HistoryCheckCommand(terminal, clock))
        .addSubcommand("export", new HistoryExportCommand(terminal, clock))
        .addSubcommand("delete", new HistoryDeleteCommand(terminal, clock));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: record, import, list, show, compare, trend, check, export or delete");
  }
}
