package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RunFilter;
import io.amorsize.jmh.evaluation.HistoryEvaluation;
import io.amorsize.jmh.evaluation.HistoryEvaluationReport;
import io.amorsize.jmh.evaluation.HistoryScale;
import io.amorsize.jmh.evaluation.HistoryScores;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.FolderTree;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what a large history takes. */
@Command(
    name = "history",
    description =
        "Fills a history with made-up nights and measures time and size: to record a night, to read"
            + " one trend, all trends.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar evaluate history --benchmarks 100 --nights 100",
      "Example: java -jar benchmarks.jar evaluate history --history jdbc:postgresql://HOST/EMPTY"
    })
final class EvaluateHistoryCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;

  @Option(
      names = "--history",
      paramLabel = "PLACE",
      description = "An empty history to fill, which is kept (default: one that is removed again).")
  private String place;

  @Option(
      names = "--benchmarks",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Rows of a night (default: ${DEFAULT-VALUE}).")
  private int benchmarks;

  @Option(
      names = "--nights",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Nights (default: ${DEFAULT-VALUE}).")
  private int nights;

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "5",
      description = "Forks of a row (default: ${DEFAULT-VALUE}).")
  private int forks;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "10",
      description = "Iterations of a fork (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  EvaluateHistoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    HistoryScale scale = scale();
    document.requireWritable();
    if (place != null) {
      measure(new HistoryPlace(place, terminal.variables()), scale, place(place));
      return ExitCode.OK.value();
    }
    Path folder = Files.createTempDirectory("amorsize-history");
    try {
      String file = folder.resolve("history.db").toString();
      measure(new HistoryPlace(file, Map.of()), scale, "a file of SQLite");
    } finally {
      FolderTree.delete(folder);
    }
    return ExitCode.OK.value();
  }

  private HistoryScale scale() {
    try {
      return new HistoryScale(benchmarks, nights, forks, iterations, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String place(String text) {
    return new HistoryPlace(text, terminal.variables()).shown();
  }

  private void measure(HistoryPlace history, HistoryScale scale, String shown) {
    requireEmpty(history);
    List<HistoryScores.Timing> timings;
    try (EvaluationBar bar = EvaluationBar.of(spec.name(), terminal, document)) {
      timings =
          new HistoryEvaluation(System::nanoTime, bar)
              .evaluate(() -> history.open(InstantSource.system()), scale);
    }
    Report report =
        HistoryEvaluationReport.of(new HistoryScores(shown, scale, timings, history.bytes()));
    document.write(terminal, report, () -> ReportJson.write("amorsize.history-scores/1", report));
  }

  private static void requireEmpty(HistoryPlace history) {
    if (!history.mayExist()) {
      return;
    }
    try (HistoryStore store = history.open(InstantSource.system())) {
      if (!store.runs(RunFilter.ALL).isEmpty()) {
        throw new ResultFormatException(
            history.shown() + ": holds runs already; name an empty history to be filled");
      }
    }
  }
}
