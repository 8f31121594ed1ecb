package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunLine;
import io.amorsize.jmh.json.GzipText;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes runs as JSON Lines. */
@Command(
    name = "export",
    description =
        "Writes runs with all their numbers as JSON Lines, a run a line, which 'history import'"
            + " reads back exactly.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar history export -o history.jsonl.gz",
      "Example: java -jar benchmarks.jar history export --folder runs/ --since 7d"
    })
final class HistoryExportCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Spec private CommandSpec spec;
  @Mixin private HistoryOptions history;
  @Mixin private RunFilterOptions filter;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, compressed where it ends in .gz, instead of standard output.")
  private Path output;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Write a file for each run, named by day, commit and hash; those that are there stay. For"
              + " a branch of git.")
  private Path folder;

  HistoryExportCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** There is no other form; scripts that name it need not change when there is one. */
  @Option(names = "--jsonl", description = "JSON Lines, a run a line (default).")
  void asLines(boolean unused) {}

  @Override
  public Integer call() {
    if (output != null && folder != null) {
      throw new ParameterException(spec.commandLine(), "-o and --folder exclude each other");
    }
    try (HistoryStore store = history.openExisting(terminal, clock)) {
      List<RecordedRun> runs = store.runs(filter.filter(clock));
      if (folder != null) {
        toFolder(store, runs);
      } else if (output != null) {
        WholeFile.write(output, stream -> GzipText.write(output, stream, lines(store, runs)));
        say(runs.size(), output);
      } else {
        lines(store, runs).forEach(line -> terminal.out().print(line + "\n"));
        terminal.out().flush();
      }
    }
    return ExitCode.OK.value();
  }

  private void say(int runs, Path where) {
    terminal.say(
        runs
            + (runs == 1 ? " run" : " runs")
            + " written to "
            + where
            + ". Next: 'history import "
            + where
            + "' reads it into another history.");
  }

  private static Iterable<String> lines(HistoryStore store, List<RecordedRun> runs) {
    return () -> runs.stream().map(run -> line(store, run)).iterator();
  }

  private static String line(HistoryStore store, RecordedRun run) {
    return RunLine.write(run.origin(), store.content(run));
  }

  private void toFolder(HistoryStore store, List<RecordedRun> runs) {
    int written = 0;
    for (RecordedRun run : runs) {
      Path file = folder.resolve(fileName(run));
      if (!Files.exists(file)) {
        WholeFile.write(file, line(store, run) + "\n");
        written++;
      }
    }
    say(written, folder);
  }

  /** Only what cannot be anything but a part of a name. */
  private static String fileName(RecordedRun run) {
    String commit =
        run.origin().commit().map(text -> text.replaceAll("[^0-9a-zA-Z]", "")).orElse("");
    String start = commit.substring(0, Math.min(12, commit.length()));
    String day = run.origin().time().toString().substring(0, 10);
    return day + (start.isEmpty() ? "" : "-" + start) + "-" + run.id() + ".jsonl";
  }
}
