package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.SessionEvaluation;
import io.amorsize.jmh.evaluation.SessionReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores sessions that stop early. */
@Command(
    name = "sequential",
    description =
        "Scores sessions that look after each pair of forks and stop early: false positives, power,"
            + " pairs and time that they take, beside one look at 5 v 5 forks.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate sequential --format markdown"})
final class EvaluateSequentialCommand extends ScoringCommand {

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "15",
      description = "Whole suites that are played of each file (default: ${DEFAULT-VALUE}).")
  private int repetitions;

  EvaluateSequentialCommand(Terminal terminal) {
    super(terminal, "amorsize.sequential-scores/1");
  }

  @Override
  int repetitions() {
    return repetitions;
  }

  @Override
  Report report(EvaluationSettings settings) {
    return SessionReport.of(new SessionEvaluation(new JmhResultReader()::read).evaluate(settings));
  }
}
