package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.SteadyEvaluation;
import io.amorsize.jmh.evaluation.SteadyScoresReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import picocli.CommandLine.Command;

/** Tells how well the warm-up is found. */
@Command(
    name = "steady",
    description =
        "Finds the warm-up of recorded forks whose steady state others labeled: how often 'steady'"
            + " agrees, next to simpler rules.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate steady --data DIR"})
final class EvaluateSteadyCommand extends ScoringCommand {

  EvaluateSteadyCommand(Terminal terminal) {
    super(terminal, "amorsize.steady-scores/1");
  }

  @Override
  Report report(EvaluationSettings settings) {
    SteadyEvaluation steady =
        SteadyEvaluation.read(settings.data(), new JmhResultReader()::read, settings.progress());
    return SteadyScoresReport.of(steady.methods(), steady.shortForks(), steady.pilots());
  }
}
