package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.PerformanceComparison;
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
            + " lenient (20%%) (default: 10%%)."
      })
  private Threshold threshold = new Threshold(PerformanceComparison.DEFAULT_THRESHOLD);

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

  PerformanceComparison compare(
      Map<String, PerformanceResult> base, Map<String, PerformanceResult> current) {
    PerformanceComparison found = PerformanceComparison.compare(base, current, threshold.share());
    return ignoreEnvironment ? found.ignoringEnvironments() : found;
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
