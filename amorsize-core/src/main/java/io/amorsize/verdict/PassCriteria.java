package io.amorsize.verdict;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.verdict.CriterionOutcome.Status;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The documented criteria of a workload. Each is a function from the evidence to an outcome; those
 * about a measurement are skipped where there is none.
 */
public final class PassCriteria {

  /** Below this share of the minimum speedup lies a regression; above it, up to 1, a warning. */
  private static final double SPEEDUP_FLOOR = 0.8;

  private static final double LEAST_ACCURACY_PERCENT = 50;

  private static final List<Function<WorkloadEvidence, CriterionOutcome>> ALL =
      List.of(
          PassCriteria::recommendation,
          PassCriteria::speedup,
          PassCriteria::executionTime,
          PassCriteria::accuracy);

  private PassCriteria() {}

  /** What all criteria say, in a fixed order. */
  public static List<CriterionOutcome> judge(WorkloadEvidence evidence) {
    return ALL.stream().map(criterion -> criterion.apply(evidence)).toList();
  }

  /** The messages of the outcomes with a status. */
  public static List<String> messages(List<CriterionOutcome> outcomes, Status status) {
    return outcomes.stream()
        .filter(outcome -> outcome.status() == status)
        .map(CriterionOutcome::message)
        .toList();
  }

  private static CriterionOutcome recommendation(WorkloadEvidence evidence) {
    int threads = evidence.plan().nJobs();
    int chunk = evidence.plan().chunkSize();
    double speedup = evidence.plan().estimatedSpeedup();
    if (threads < 1) {
      return CriterionOutcome.broken(
          "invalid recommendation: " + threads + " threads, must be at least 1");
    }
    if (chunk < 1 || chunk > evidence.items()) {
      return CriterionOutcome.broken(
          "invalid recommendation: chunks of "
              + chunk
              + ", must be from 1 to the "
              + evidence.items()
              + " items");
    }
    if (!(speedup > 0) || Double.isInfinite(speedup)) {
      return CriterionOutcome.broken(
          "invalid recommendation: predicted speedup " + speedup + ", must be positive and finite");
    }
    return CriterionOutcome.met();
  }

  private static CriterionOutcome speedup(WorkloadEvidence evidence) {
    if (evidence.benchmark().isEmpty()) {
      return CriterionOutcome.met();
    }
    double actual = evidence.benchmark().get().actualSpeedup();
    double minimum = evidence.minSpeedup();
    double floor = SPEEDUP_FLOOR * minimum;
    if (actual >= minimum) {
      return CriterionOutcome.met();
    }
    if (actual >= floor) {
      return CriterionOutcome.warned(
          format("speedup %.2fx is below the minimum %.2fx, within 80 %% of it", actual, minimum));
    }
    if (evidence.speedupAtFullCores(actual) >= floor) {
      return CriterionOutcome.couldNotTell(
          format(
              "speedup %.2fx is below 80 %% of the minimum %.2fx, but the host gave the ruler only"
                  + " %.0f %% of its cores; run again when the host is idle",
              actual, minimum, 100 * evidence.coreShare()));
    }
    return CriterionOutcome.regression(
        format(
            "speedup %.2fx is below 80 %% of the minimum %.2fx; compare the plan with"
                + " 'optimize', or lower the workload's minSpeedup",
            actual, minimum));
  }

  private static CriterionOutcome executionTime(WorkloadEvidence evidence) {
    if (evidence.benchmark().isEmpty()) {
      return CriterionOutcome.met();
    }
    double seconds = evidence.benchmark().get().parallelTime().toNanos() / 1e9;
    double most = evidence.maxExecutionTime().toNanos() / 1e9;
    return seconds <= most
        ? CriterionOutcome.met()
        : CriterionOutcome.broken(
            format(
                "one pass takes %.3g s, more than the maximum of %.3g s; make the function faster,"
                    + " or raise the workload's maxExecutionTime",
                seconds, most));
  }

  private static CriterionOutcome accuracy(WorkloadEvidence evidence) {
    if (evidence.benchmark().isEmpty()) {
      return CriterionOutcome.met();
    }
    BenchmarkResult benchmark = evidence.benchmark().get();
    if (benchmark.isAccurate(LEAST_ACCURACY_PERCENT)) {
      return CriterionOutcome.met();
    }
    // A host that had its cores for only one of planning and measuring moves the two apart by as
    // much as the share that was missing.
    if (benchmark.accuracyPercent() >= LEAST_ACCURACY_PERCENT * evidence.leastCoreShare()) {
      return CriterionOutcome.couldNotTell(
          format(
              "accuracy %.1f %% is below 50 %%, but the host gave the ruler only %.0f %% of its"
                  + " cores while planning or measuring; run again when the host is idle",
              benchmark.accuracyPercent(), 100 * evidence.leastCoreShare()));
    }
    return CriterionOutcome.broken(
        format(
            "accuracy %.1f %% is below 50 %%: predicted %.2fx, measured %.2fx; 'optimize' explains"
                + " the prediction",
            benchmark.accuracyPercent(), benchmark.predictedSpeedup(), benchmark.actualSpeedup()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
