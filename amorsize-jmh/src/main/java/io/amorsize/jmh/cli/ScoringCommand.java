package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The frame of commands that play recorded benchmarks and score what is made of them. */
abstract class ScoringCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final String schema;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private EvaluationOptions evaluation;

  /**
   * A command.
   *
   * @param schema what its JSON is called
   */
  ScoringCommand(Terminal terminal, String schema) {
    this.terminal = terminal;
    this.schema = schema;
  }

  /** Plays and scores. */
  abstract Report report(EvaluationSettings settings);

  /** How often suites are played. */
  int repetitions() {
    return 1;
  }

  /** The scores for programs. */
  String json(Report report) {
    return ReportJson.write(schema, report);
  }

  @Override
  public final Integer call() {
    if (repetitions() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--repetitions must be at least 1, is " + repetitions());
    }
    document.requireWritable();
    Report report;
    try (EvaluationBar bar = EvaluationBar.of(spec.name(), terminal, document)) {
      report =
          report(
              new EvaluationSettings(
                  evaluation.data(terminal), evaluation.seed(), repetitions(), bar));
    }
    document.write(terminal, report, () -> json(report));
    return ExitCode.OK.value();
  }
}
