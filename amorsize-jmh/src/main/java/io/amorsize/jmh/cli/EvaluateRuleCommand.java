package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.RuleEvaluation;
import io.amorsize.jmh.evaluation.RuleReport;
import io.amorsize.jmh.evaluation.RuleScores;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the decision rule beside the methods in use. */
@Command(
    name = "rule",
    description =
        "Scores the rule of 'compare' beside the methods in use: false positives, power, false"
            + " alarms of a suite, coverage of the interval.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate rule --quick --format markdown"})
final class EvaluateRuleCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  @Option(names = "--quick", description = "Few repetitions: half a minute.")
  private boolean quick;

  EvaluateRuleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    Path data = evaluation.data(terminal);
    Consumer<String> progress = EvaluationOptions.progress(terminal, document);
    EvaluationSettings settings =
        quick
            ? EvaluationSettings.quick(data, evaluation.seed(), progress)
            : EvaluationSettings.full(data, evaluation.seed(), progress);
    RuleScores scores = new RuleEvaluation(new JmhResultReader()::read).evaluate(settings);
    Report report = RuleReport.of(scores);
    document.write(terminal, report, () -> ReportJson.write("amorsize.rule-scores/1", report));
    return ExitCode.OK.value();
  }
}
