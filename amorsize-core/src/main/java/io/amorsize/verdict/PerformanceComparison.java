package io.amorsize.verdict;

import static java.util.Objects.requireNonNull;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What changed between two results of the same workloads.
 *
 * @param threshold the smallest change that counts, as a share
 * @param regressions metrics that got worse by more than the threshold, beyond what noise explains
 * @param improvements metrics that got better by more than the threshold, beyond what noise
 *     explains
 * @param unchanged workloads of which no metric changed so
 * @param missingWorkloads workloads of the baseline alone
 * @param newWorkloads workloads of the current result alone
 * @param findings what a reader should know
 * @param environmentsDiffer whether the sides are known to come from different machines or JVMs, so
 *     that changes are advice
 */
public record PerformanceComparison(
    double threshold,
    List<WorkloadChange> regressions,
    List<WorkloadChange> improvements,
    List<String> unchanged,
    List<String> missingWorkloads,
    List<String> newWorkloads,
    List<Finding> findings,
    boolean environmentsDiffer) {

  /** The documented default threshold, 10 %. */
  public static final double DEFAULT_THRESHOLD = 0.10;

  /** Copies the lists. */
  public PerformanceComparison {
    regressions = List.copyOf(regressions);
    improvements = List.copyOf(improvements);
    unchanged = List.copyOf(unchanged);
    missingWorkloads = List.copyOf(missingWorkloads);
    newWorkloads = List.copyOf(newWorkloads);
    findings = List.copyOf(findings);
  }

  /**
   * Compares two results files.
   *
   * @param baseline the earlier results
   * @param current the later results
   * @param threshold the smallest change that counts, as a share in (0, 1)
   * @throws io.amorsize.result.ResultFormatException in one sentence, if a file cannot be used
   */
  public static PerformanceComparison compare(Path baseline, Path current, double threshold) {
    return compare(
        PerformanceResultJson.read(baseline), PerformanceResultJson.read(current), threshold);
  }

  /** Compares two sets of results by workload name. */
  public static PerformanceComparison compare(
      Map<String, PerformanceResult> baseline,
      Map<String, PerformanceResult> current,
      double threshold) {
    requireNonNull(baseline, "baseline is null");
    requireNonNull(current, "current is null");
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold must be in (0, 1), is " + threshold);
    }
    return new WorkloadComparer(threshold).compare(baseline, current);
  }

  /** Whether something got worse on a machine and JVM that are not known to differ. */
  public boolean hasRegressions() {
    return !regressions.isEmpty() && !environmentsDiffer;
  }

  /** Whether a host stood in the way of judging a change. */
  public boolean couldNotTell() {
    return findings.stream()
        .map(Finding::code)
        .anyMatch(
            code ->
                code == FindingCode.HOST_WITHOUT_CORES
                    || code == FindingCode.HOST_SPEED_CHANGED
                    || code == FindingCode.NOT_MEASURED);
  }

  /** The same comparison, judged as if both sides were of one machine and JVM. */
  public PerformanceComparison ignoringEnvironments() {
    return new PerformanceComparison(
        threshold,
        regressions,
        improvements,
        unchanged,
        missingWorkloads,
        newWorkloads,
        findings,
        false);
  }
}
