package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.TrendEvaluation;
import io.amorsize.jmh.evaluation.TrendScores;
import io.amorsize.jmh.evaluation.TrendScoresJson;
import io.amorsize.jmh.evaluation.TrendScoresReport;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores how changes of nightly series are found. */
@Command(
    name = "trends",
    description =
        "Scores change points on nights with planted steps, drifts, spikes and nothing: found,"
            + " false and late ones, beside simple rules and E-divisive; and times them.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate trends --format markdown"})
final class EvaluateTrendsCommand extends ScoringCommand {

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "200",
      description = "Suites that are played of each kind (default: ${DEFAULT-VALUE}).")
  private int repetitions;

  private TrendScores scores;

  EvaluateTrendsCommand(Terminal terminal) {
    super(terminal, TrendScoresJson.SCHEMA);
  }

  @Override
  int repetitions() {
    return repetitions;
  }

  @Override
  Report report(EvaluationSettings settings) {
    scores = new TrendEvaluation(new JmhResultReader()::read).evaluate(settings);
    return TrendScoresReport.of(scores);
  }

  @Override
  String json(Report report) {
    return TrendScoresJson.of(scores);
  }
}
