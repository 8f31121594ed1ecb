package io.amorsize.jmh.cli;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.WorkloadComparisonJson;
import io.amorsize.jmh.report.WorkloadComparisonReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import java.util.function.Supplier;

/**
 * How commands end that compare two results: with a document, and an exit code.
 *
 * @param terminal takes the document
 * @param document its form
 * @param judgement what makes the command fail
 */
record ComparisonEnd(Terminal terminal, DocumentOptions document, JudgementOptions judgement) {

  /**
   * Judges rows of JMH, which a workflow of GitHub shows too.
   *
   * @param before the base
   * @param now what is judged against it
   * @param rule how
   * @param rows which of them, and which are shown
   * @param warmups finds what forks did before they were measured
   */
  ExitCode judged(
      BenchmarkRun before,
      BenchmarkRun now,
      DecisionRule rule,
      RowOptions rows,
      Supplier<Warmups> warmups) {
    Comparison comparison = judgement.compare(before, now, rule, rows.selection());
    RowsDocument result =
        new RowsDocument(
            comparison,
            ComparisonReport.of(comparison, before, now),
            judgement.isStrict(),
            rows.showsOnlyChanged(),
            warmups);
    GitHubRun.of(terminal).ifPresent(run -> run.show(comparison, result.markdown()));
    document.write(terminal, result);
    return judgement.exitCode(comparison);
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
