package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.RuleEvaluation;
import io.amorsize.jmh.evaluation.RuleReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores the decision rule beside the methods in use. */
@Command(
    name = "rule",
    description =
        "Scores the rule of 'compare' beside the methods in use: false positives, power, false"
            + " alarms of a suite, coverage of the interval.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate rule --quick --format markdown"})
final class EvaluateRuleCommand extends ScoringCommand {

  @Option(names = "--quick", description = "Few repetitions: half a minute.")
  private boolean quick;

  EvaluateRuleCommand(Terminal terminal) {
    super(terminal, "amorsize.rule-scores/1");
  }

  @Override
  int repetitions() {
    return quick ? EvaluationSettings.QUICK : EvaluationSettings.FULL;
  }

  @Override
  Report report(EvaluationSettings settings) {
    return RuleReport.of(new RuleEvaluation(new JmhResultReader()::read).evaluate(settings));
  }
}
