package io.amorsize.jmh.cli;

import static java.util.stream.Collectors.joining;

import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.WorkloadComparisonJson;
import io.amorsize.jmh.report.WorkloadComparisonReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
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
      "Example: java -jar benchmarks.jar compare --baseline old.json --current new.json",
      "Example: java -jar benchmarks.jar compare jmh-old.json jmh-new.json --format markdown"
    })
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;
  @Mixin private JudgementOptions judgement;
  @Mixin private RowOptions rows;
  @Mixin private HistoryOptions history;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASE",
      description =
          "The earlier result: JMH's JSON (also .gz), a folder of such files, a results file, or a"
              + " baseline's name or folder.")
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
    ComparedSide current = ComparedSide.find(currentArgument(), baselines);
    ComparedSide base = ComparedSide.find(baseArgument(), baselines);
    document.requireWritable();
    return switch (commonKind(base, current)) {
      case WORKLOADS -> compareWorkloads(base, current).value();
      case ROWS -> compareRows(base, current).value();
    };
  }

  /** Workloads before rows, where both sides hold both. */
  private static ComparedSide.Kind commonKind(ComparedSide base, ComparedSide current) {
    Set<ComparedSide.Kind> common = base.kinds();
    common.retainAll(current.kinds());
    if (common.isEmpty()) {
      // A broken file seems to be of another kind; what is broken says more.
      base.requireReadable();
      current.requireReadable();
    }
    return common.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ResultFormatException(
                    base.label()
                        + " holds "
                        + words(base)
                        + ", "
                        + current.label()
                        + " holds "
                        + words(current)
                        + ": compare like with like"));
  }

  private static String words(ComparedSide side) {
    return side.kinds().stream().map(ComparedSide.Kind::words).collect(joining(" and "));
  }

  private ExitCode compareWorkloads(ComparedSide base, ComparedSide current) {
    ResultsArgument now = current.results(Optional.empty());
    ResultsArgument before = base.results(now.environment());
    PerformanceComparison comparison = judgement.compare(before.results(), now.results());
    document.write(
        terminal,
        WorkloadComparisonReport.of(comparison, before.label(), now.label()),
        () -> WorkloadComparisonJson.write(comparison));
    return judgement.exitCode(comparison);
  }

  private ExitCode compareRows(ComparedSide base, ComparedSide current) {
    DecisionRule rule =
        rows.rule(judgement.threshold(), LocalDate.now(ZoneId.systemDefault()))
            .withNoise(history.noise(terminal));
    BenchmarkRun now = rows.prepared(current.rows(Optional.empty()));
    BenchmarkRun before = rows.prepared(base.rows(now.environment()));
    Comparison comparison = judgement.compare(before, now, rule, rows.selection());
    RowsDocument result =
        new RowsDocument(
            comparison,
            ComparisonReport.of(comparison, before, now),
            judgement.isStrict(),
            rows.showsOnlyChanged());
    GitHubRun.of(terminal).ifPresent(run -> run.show(comparison, result.markdown()));
    document.write(terminal, result);
    return judgement.exitCode(comparison);
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
