package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunContent;
import io.amorsize.jmh.report.RunReport;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a run of a history. */
@Command(
    name = "show",
    description = "Shows a run and what it measured.",
    footer = {"", "Example: java -jar benchmarks.jar history show latest --branch main"})
final class HistoryShowCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private RunFilterOptions filter;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      defaultValue = "latest",
      description = NamedRun.DESCRIPTION)
  private String name;

  HistoryShowCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    try (HistoryStore store = history.openExisting(terminal, clock)) {
      List<RecordedRun> runs = store.runs(filter.filter(clock));
      RecordedRun run = NamedRun.find(name, runs);
      boolean isLatest = run.equals(runs.get(runs.size() - 1));
      RunContent content = store.content(run);
      document.write(
          terminal,
          Document.of(
              RunReport.of(run, content, isLatest),
              () -> RunReport.json(run, content),
              () -> RunReport.csv(content)));
    }
    return ExitCode.OK.value();
  }
}
