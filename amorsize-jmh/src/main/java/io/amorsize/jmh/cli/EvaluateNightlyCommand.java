package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.NightlyEvaluation;
import io.amorsize.jmh.evaluation.NightlyReport;
import io.amorsize.jmh.evaluation.NightlyScore;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how often nights of one commit alarm. */
@Command(
    name = "nightly",
    description =
        "Compares recorded nights of one commit with each other: how often nothing changed and"
            + " 'compare' alarms, with and without the noise between sessions.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate nightly --data DIR"})
final class EvaluateNightlyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  EvaluateNightlyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    List<NightlyScore> scores =
        new NightlyEvaluation(new JmhResultReader()::read)
            .evaluate(evaluation.data(terminal), EvaluationOptions.progress(terminal, document));
    Report report = NightlyReport.of(scores);
    document.write(terminal, report, () -> ReportJson.write("amorsize.nightly-scores/1", report));
    return ExitCode.OK.value();
  }
}
