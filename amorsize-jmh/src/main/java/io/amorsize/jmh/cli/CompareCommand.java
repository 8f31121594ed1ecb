package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.WorkloadComparisonJson;
import io.amorsize.jmh.report.WorkloadComparisonReport;
import io.amorsize.verdict.PerformanceComparison;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges two results. */
@Command(
    name = "compare",
    description = "Judges two results: what got slower or faster, beyond what noise explains.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar compare main performance_results.json",
      "Example: java -jar benchmarks.jar compare --baseline old.json --current new.json"
    })
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;
  @Mixin private JudgementOptions judgement;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASE",
      description = "The earlier result: a results file, or a baseline's name or folder.")
  private String basePosition;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CURRENT",
      description = "The later result, likewise.")
  private String currentPosition;

  @Option(names = "--baseline", paramLabel = "BASE", description = "The earlier result.")
  private String baseOption;

  @Option(names = "--current", paramLabel = "CURRENT", description = "The later result.")
  private String currentOption;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ResultsArgument current =
        ResultsArgument.resolve(currentArgument(), baselines, Optional.empty());
    ResultsArgument base =
        ResultsArgument.resolve(baseArgument(), baselines, current.environment());
    PerformanceComparison comparison = judgement.compare(base.results(), current.results());
    document.write(
        terminal,
        WorkloadComparisonReport.of(comparison, base.label(), current.label()),
        () -> WorkloadComparisonJson.write(comparison));
    return judgement.exitCode(comparison).value();
  }

  private String baseArgument() {
    return one(basePosition, baseOption, "BASE", "--baseline");
  }

  /** With {@code --baseline}, the one position left over is the current result. */
  private String currentArgument() {
    if (baseOption != null && currentPosition == null && currentOption == null) {
      String moved = basePosition;
      basePosition = null;
      return one(moved, null, "CURRENT", "--current");
    }
    return one(currentPosition, currentOption, "CURRENT", "--current");
  }

  private String one(String position, String option, String name, String optionName) {
    if ((position == null) == (option == null)) {
      throw new ParameterException(
          spec.commandLine(),
          position == null
              ? name + " is missing: name two results to compare"
              : name + " is given twice, as " + position + " and with " + optionName);
    }
    return position == null ? option : position;
  }
}
