package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.WorkloadComparisonJson;
import io.amorsize.jmh.report.WorkloadComparisonReport;
import io.amorsize.verdict.PerformanceComparison;

/**
 * How commands end that compare two results: with a document, and an exit code.
 *
 * @param terminal takes the document
 * @param document its form
 * @param judgement what makes the command fail
 */
record ComparisonEnd(Terminal terminal, DocumentOptions document, JudgementOptions judgement) {

  /** Of rows of JMH, which a workflow of GitHub shows too. */
  ExitCode of(RowsDocument result) {
    GitHubRun.of(terminal).ifPresent(run -> run.show(result.comparison(), result.markdown()));
    document.write(terminal, result);
    return judgement.exitCode(result.comparison());
  }

  /** Of workloads. */
  ExitCode of(PerformanceComparison comparison, String base, String current) {
    document.write(
        terminal,
        WorkloadComparisonReport.of(comparison, base, current),
        () -> WorkloadComparisonJson.write(comparison));
    return judgement.exitCode(comparison);
  }
}
