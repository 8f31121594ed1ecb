package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.NightlyEvaluation;
import io.amorsize.jmh.evaluation.NightlyReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import picocli.CommandLine.Command;

/** Tells how often nights of one commit alarm. */
@Command(
    name = "nightly",
    description =
        "Compares recorded nights of one commit with each other: how often nothing changed and"
            + " 'compare' alarms, with and without the noise between sessions.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate nightly --data DIR"})
final class EvaluateNightlyCommand extends ScoringCommand {

  EvaluateNightlyCommand(Terminal terminal) {
    super(terminal, "amorsize.nightly-scores/1");
  }

  @Override
  Report report(EvaluationSettings settings) {
    return NightlyReport.of(
        new NightlyEvaluation(new JmhResultReader()::read)
            .evaluate(settings.data(), settings.progress()));
  }
}
