package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.history.Series;
import io.amorsize.history.SeriesPoint;
import io.amorsize.jmh.report.RunsReport;
import io.amorsize.jmh.report.Tone;
import io.amorsize.policy.Glob;
import io.amorsize.verdict.RowSelection;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of a history. */
@Command(
    name = "list",
    description = "Lists the runs of the history, the earliest first.",
    footer = {"", "Example: java -jar benchmarks.jar history list --branch main --since 30d"})
final class HistoryListCommand extends RunsCommand {

  @Option(
      names = "--benchmark",
      paramLabel = "GLOB",
      description = "Only runs that hold a benchmark or workload whose full name matches.")
  private String benchmark;

  HistoryListCommand(Terminal terminal, InstantSource clock) {
    super(terminal, clock);
  }

  @Override
  Document document(Chosen chosen) {
    List<RecordedRun> shown =
        benchmark == null ? chosen.runs() : holding(chosen.store(), chosen.runs());
    String headline = headline(shown, chosen.filter(), chosen.place());
    return Document.of(
        RunsReport.of(shown, headline, Tone.PLAIN, next(shown)),
        () -> RunsReport.json(shown, chosen.place(), Map.of()),
        () -> RunsReport.csv(shown));
  }

  private List<RecordedRun> holding(HistoryStore store, List<RecordedRun> runs) {
    Set<RecordedRun> found = new HashSet<>();
    store.series(
        runs,
        new RowSelection(List.of(new Glob(benchmark)), List.of(), List.of(Glob.ANY)),
        (Series series) -> series.points().stream().map(SeriesPoint::run).forEach(found::add));
    return runs.stream().filter(found::contains).toList();
  }

  private String headline(List<RecordedRun> runs, RunFilter wanted, String place) {
    String matching = wanted.isEmpty() && benchmark == null ? "" : " that match";
    return runs.size() + (runs.size() == 1 ? " run" : " runs") + matching + " in " + place + ".";
  }

  private static String next(List<RecordedRun> runs) {
    return runs.isEmpty()
        ? "Next: record one with 'history record RESULT'."
        : "Next: 'history show " + runs.get(runs.size() - 1).id() + "', or 'history trend'.";
  }
}
