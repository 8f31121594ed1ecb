package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.SteadyEvaluation;
import io.amorsize.jmh.evaluation.SteadyScoresReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how well the warm-up is found. */
@Command(
    name = "steady",
    description =
        "Finds the warm-up of recorded forks whose steady state others labeled: how often 'steady'"
            + " agrees, next to simpler rules.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate steady --data DIR"})
final class EvaluateSteadyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  EvaluateSteadyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    SteadyEvaluation steady =
        SteadyEvaluation.read(
            evaluation.data(terminal),
            new JmhResultReader()::read,
            EvaluationOptions.progress(terminal, document));
    Report report = SteadyScoresReport.of(steady.methods(), steady.shortForks(), steady.pilots());
    document.write(terminal, report, () -> ReportJson.write("amorsize.steady-scores/1", report));
    return ExitCode.OK.value();
  }
}
