package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.TrendEvaluation;
import io.amorsize.jmh.evaluation.TrendScoresReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores how changes of nightly series are found. */
@Command(
    name = "trends",
    description =
        "Scores change points on nights with planted steps, drifts, spikes and nothing: found,"
            + " false and late ones, beside simple rules and E-divisive.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate trends --format markdown"})
final class EvaluateTrendsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "200",
      description = "Suites that are played of each kind (default: ${DEFAULT-VALUE}).")
  private int repetitions;

  EvaluateTrendsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (repetitions < 1) {
      throw new ParameterException(
          spec.commandLine(), "--repetitions must be at least 1, is " + repetitions);
    }
    document.requireWritable();
    EvaluationSettings settings =
        new EvaluationSettings(
            evaluation.data(terminal),
            evaluation.seed(),
            repetitions,
            EvaluationOptions.progress(terminal, document));
    Report report =
        TrendScoresReport.of(new TrendEvaluation(new JmhResultReader()::read).evaluate(settings));
    document.write(terminal, report, () -> ReportJson.write("amorsize.trend-scores/1", report));
    return ExitCode.OK.value();
  }
}
