package io.amorsize.jmh.cli;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SelfTestReport;
import io.amorsize.jmh.runner.PlantedRuns;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves the gate: an unchanged copy must pass, a planted slowdown must be caught. */
@Command(
    name = "self-test",
    description =
        "Measures benchmarks of this jar three times, interleaved: a base, an unchanged copy, and one"
            + " that a dial made 1.5 times slower. Exit code 0 only if the copy passes and the"
            + " slowdown is caught.",
    footer = {"", "Example: java -jar benchmarks.jar self-test"})
final class SelfTestCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Function<PrintStream, PlantedRuns> runs;

  @Mixin private DocumentOptions document;

  @Option(names = "--verbose", description = "Show JMH's own output.")
  private boolean verbose;

  SelfTestCommand(Terminal terminal, Function<PrintStream, PlantedRuns> runs) {
    this.terminal = terminal;
    this.runs = runs;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    Map<PlantedRuns.Side, Comparison> found = measured();
    Comparison copy = found.get(PlantedRuns.Side.COPY);
    Comparison slowed = found.get(PlantedRuns.Side.SLOWED);
    boolean passes = copy.regressions().isEmpty() && copy.count(Verdict.FASTER) == 0;
    boolean caught = slowed.count(Verdict.SLOWER) == slowed.rows().size();
    Report report = SelfTestReport.of(copy, passes, slowed, caught);
    document.write(terminal, report, () -> SelfTestReport.json(copy, passes, slowed, caught));
    return ExitCode.of(false, !passes || !caught, false).value();
  }

  private Map<PlantedRuns.Side, Comparison> measured() {
    try {
      Path folder = Files.createTempDirectory("amorsize-self-test");
      try {
        return compared(measure(folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          "the system's folder for temporary files cannot be used: " + e.getMessage(), e);
    }
  }

  private Map<PlantedRuns.Side, Path> measure(Path folder) {
    OutputStream sink = verbose ? terminal.err() : OutputStream.nullOutputStream();
    PlantedRuns planted = runs.apply(new PrintStream(sink, true, StandardCharsets.UTF_8));
    if (!document.showsProgress(terminal) || verbose) {
      return planted.measure(folder, done -> {});
    }
    try (TaskProgress progress = TaskProgress.ofForks(terminal, "self-test", PlantedRuns.forks())) {
      return planted.measure(folder, progress::reach);
    }
  }

  private static Map<PlantedRuns.Side, Comparison> compared(Map<PlantedRuns.Side, Path> files) {
    JmhResultReader reader = new JmhResultReader();
    Path base = files.get(PlantedRuns.Side.BASE);
    return Map.of(
        PlantedRuns.Side.COPY,
        compared(reader, base, files.get(PlantedRuns.Side.COPY)),
        PlantedRuns.Side.SLOWED,
        compared(reader, base, files.get(PlantedRuns.Side.SLOWED)));
  }

  private static Comparison compared(JmhResultReader reader, Path base, Path current) {
    return Comparison.of(reader.read(base), reader.read(current), DecisionRule.defaults());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
