package io.amorsize.jmh.cli;

import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunContent;
import io.amorsize.jmh.report.RunReport;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a run of a history. */
@Command(
    name = "show",
    description = "Shows a run and what it measured.",
    footer = {"", "Example: java -jar benchmarks.jar history show latest --branch main"})
final class HistoryShowCommand extends RunsCommand {

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      defaultValue = "latest",
      description = NamedRun.DESCRIPTION)
  private String name;

  HistoryShowCommand(Terminal terminal, InstantSource clock) {
    super(terminal, clock);
  }

  @Override
  Document document(Chosen chosen) {
    List<RecordedRun> runs = chosen.runs();
    RecordedRun run = NamedRun.find(name, runs);
    boolean isLatest = run.equals(runs.get(runs.size() - 1));
    RunContent content = chosen.store().content(run);
    return Document.of(
        RunReport.of(run, content, isLatest),
        () -> RunReport.json(run, content),
        () -> RunReport.csv(content));
  }
}
