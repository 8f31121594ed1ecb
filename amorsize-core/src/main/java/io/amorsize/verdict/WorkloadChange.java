package io.amorsize.verdict;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A metric of a workload that changed.
 *
 * @param workload the workload's name
 * @param metric what changed
 * @param base value of the baseline, in the metric's unit
 * @param current value now
 * @param changePercent 100 (current - base) / base, signed
 * @param p probability of forks so far apart where nothing changed; empty without forks
 * @param q the same, corrected for the number of comparisons (Benjamini and Hochberg, 1995)
 */
public record WorkloadChange(
    String workload,
    WorkloadMetric metric,
    double base,
    double current,
    double changePercent,
    OptionalDouble p,
    OptionalDouble q) {

  /** Checks that nothing is missing. */
  public WorkloadChange {
    requireNonNull(workload, "workload is null");
    requireNonNull(metric, "metric is null");
    requireNonNull(p, "p is null");
    requireNonNull(q, "q is null");
  }
}
