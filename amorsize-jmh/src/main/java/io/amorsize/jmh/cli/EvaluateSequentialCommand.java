package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.SessionEvaluation;
import io.amorsize.jmh.evaluation.SessionReport;
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

/** Scores sessions that stop early. */
@Command(
    name = "sequential",
    description =
        "Scores sessions that look after each pair of forks and stop early: false positives, power,"
            + " pairs and time that they take, beside one look at 5 v 5 forks.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate sequential --format markdown"})
final class EvaluateSequentialCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "15",
      description = "Whole suites that are played of each file (default: ${DEFAULT-VALUE}).")
  private int repetitions;

  EvaluateSequentialCommand(Terminal terminal) {
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
        SessionReport.of(new SessionEvaluation(new JmhResultReader()::read).evaluate(settings));
    document.write(
        terminal, report, () -> ReportJson.write("amorsize.sequential-scores/1", report));
    return ExitCode.OK.value();
  }
}
