package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import io.amorsize.jmh.speed.SpeedEvaluation;
import io.amorsize.jmh.speed.SpeedReport;
import io.amorsize.jmh.speed.SpeedScale;
import io.amorsize.jmh.speed.SpeedScores;
import io.amorsize.result.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the program itself is. */
@Command(
    name = "speed",
    description =
        "Times the program itself, as ratios to something else in one run: compare, reading JSON,"
            + " judging, change points, pages, dispatch; and how each grows.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate speed --quick"})
final class EvaluateSpeedCommand implements Callable<Integer> {

  private static final int ROUNDS = 9;
  private static final int QUICK_ROUNDS = 3;
  private static final int MEGABYTES = 100;
  private static final int QUICK_MEGABYTES = 8;

  private final Terminal terminal;

  @Mixin private DocumentOptions document;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of data and orders (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quick", description = "Few rounds, and a small file.")
  private boolean quick;

  EvaluateSpeedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    document.requireWritable();
    Path folder = Files.createTempDirectory("amorsize-speed");
    try {
      Report report = SpeedReport.of(measured(folder), ThisMachine.sentence("", seed));
      document.write(terminal, report, () -> ReportJson.write("amorsize.speed/1", report));
    } finally {
      FolderTree.delete(folder);
    }
    return ExitCode.OK.value();
  }

  private SpeedScores measured(Path folder) {
    try (EvaluationBar bar = EvaluationBar.of("speed", terminal, document)) {
      SpeedScale scale =
          new SpeedScale(
              seed, quick ? QUICK_ROUNDS : ROUNDS, quick ? QUICK_MEGABYTES : MEGABYTES, bar);
      return new SpeedEvaluation(scale, Main.class, folder).run();
    }
  }
}
