package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.Series;
import io.amorsize.history.SeriesTrends;
import io.amorsize.jmh.report.TrendData;
import io.amorsize.jmh.report.TrendReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows series over time. */
@Command(
    name = "trend",
    description = "Shows how each benchmark stands: median, spread, and the last night.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar history trend --branch main --include '*Parser*'",
      "Example: java -jar benchmarks.jar history trend --metric accuracy --format csv"
    })
final class HistoryTrendCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private RunFilterOptions filter;
  @Mixin private SeriesOptions series;

  @Option(names = "--only-changed", description = "Only series whose last night stands out.")
  private boolean onlyChanged;

  HistoryTrendCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    try (HistoryStore store = history.openExisting(terminal, clock)) {
      List<RecordedRun> runs = store.runs(filter.filter(clock));
      List<SeriesTrends> trends = new ArrayList<>();
      store.series(runs, series.selection(), (Series each) -> trends.add(SeriesTrends.of(each)));
      LearnedNoise noise = store.noise();
      document.write(
          terminal,
          Document.of(
              TrendReport.of(trends, runs, noise, onlyChanged),
              () -> TrendData.json(trends, noise, history.place(terminal).shown()),
              () -> TrendData.csv(trends)));
    }
    return ExitCode.OK.value();
  }
}
