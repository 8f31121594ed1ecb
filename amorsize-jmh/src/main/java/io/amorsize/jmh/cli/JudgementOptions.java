package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.RowSelection;
import io.amorsize.verdict.Verdict;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that judges workloads against a baseline. */
final class JudgementOptions {

  @Option(
      names = "--threshold",
      paramLabel = "SHARE",
      converter = Threshold.Converter.class,
      description = {
        "The smallest change that counts: 10%%, 0.10 or 1.10x, or strict (5%%), moderate (10%%),"
            + " lenient (20%%) (default: 10%% for workloads, 3%% for JMH rows)."
      })
  private Threshold threshold;

  @Option(
      names = "--ignore-environment",
      description = "Judge results of different machines or JDKs as if they were of one.")
  private boolean ignoreEnvironment;

  @Option(
      names = "--strict",
      description =
          "Exit code 3 where something could not be told: missing workloads, another machine, no"
              + " baseline.")
  private boolean strict;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      defaultValue = "slower",
      description = "What makes exit code 1: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FailOn failOn;

  /** What makes a comparison fail. */
  enum FailOn {
    slower,
    suspect,
    never
  }

  /** The threshold that the user named. */
  Optional<Double> threshold() {
    return Optional.ofNullable(threshold).map(Threshold::share);
  }

  /** Whether what could not be told is to be seen in the exit code. */
  boolean isStrict() {
    return strict;
  }

  /**
   * Whether what was found makes the exit code 1.
   *
   * @param regressed whether something got slower, or a criterion was broken
   * @param suspects whether something may have got slower
   */
  boolean fails(boolean regressed, boolean suspects) {
    return switch (failOn) {
      case slower -> regressed;
      case suspect -> regressed || suspects;
      case never -> false;
    };
  }

  Comparison compare(
      BenchmarkRun base, BenchmarkRun current, DecisionRule rule, RowSelection selection) {
    Comparison found = Comparison.of(base, current, rule, selection);
    return ignoreEnvironment ? found.ignoringEnvironments() : found;
  }

  PerformanceComparison compare(
      Map<String, PerformanceResult> base, Map<String, PerformanceResult> current) {
    double share = threshold().orElse(PerformanceComparison.DEFAULT_THRESHOLD);
    PerformanceComparison found = PerformanceComparison.compare(base, current, share);
    return ignoreEnvironment ? found.ignoringEnvironments() : found;
  }

  /** A gap in the manifest is told whatever the options. */
  ExitCode exitCode(Comparison comparison) {
    boolean failed = fails(!comparison.regressions().isEmpty(), !comparison.suspects().isEmpty());
    boolean unsure =
        comparison.environmentsDiffer()
            || !comparison.missing().isEmpty()
            || comparison.rows().isEmpty()
            || comparison.count(Verdict.INCONCLUSIVE) > 0;
    return ExitCode.of(
        false,
        failed && !comparison.environmentsDiffer(),
        comparison.hasManifestGap() || (strict && unsure));
  }

  ExitCode exitCode(PerformanceComparison comparison) {
    boolean unsure =
        comparison.environmentsDiffer()
            || !comparison.missingWorkloads().isEmpty()
            || comparison.couldNotTell();
    return ExitCode.of(
        false, failOn != FailOn.never && comparison.hasRegressions(), strict && unsure);
  }

  ExitCode exitCode(
      Collection<PerformanceResult> results,
      Optional<PerformanceComparison> comparison,
      boolean noBaseline) {
    boolean runFailed = results.stream().anyMatch(result -> result.metadata().containsKey("error"));
    boolean failed =
        failOn != FailOn.never && results.stream().anyMatch(result -> !result.passed());
    boolean unsure =
        noBaseline
            || results.stream().anyMatch(SuiteReport::couldNotTell)
            || comparison.filter(found -> exitCode(found) == ExitCode.COULD_NOT_TELL).isPresent();
    return ExitCode.of(runFailed, failed, strict && unsure);
  }
}
