package io.amorsize.optimizer;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;

/**
 * A plan that was considered.
 *
 * @param plan threads and chunk size
 * @param estimatedSpeedup predicted time of a serial loop over predicted time of the plan
 * @param lower lower end of the prediction, by the least favourable pilot round
 * @param upper upper end of the prediction, by the most favourable pilot round
 * @param measured whether a pilot ran with so many threads; else the prediction is arithmetic
 */
public record PlanCandidate(
    ExecutionPlan plan, double estimatedSpeedup, double lower, double upper, boolean measured) {

  /** Checks the order of the interval. */
  public PlanCandidate {
    requireNonNull(plan, "plan is null");
    if (!(lower > 0 && lower <= estimatedSpeedup && estimatedSpeedup <= upper)
        || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "need 0 < lower <= estimatedSpeedup <= upper, are "
              + lower
              + ", "
              + estimatedSpeedup
              + " and "
              + upper);
    }
  }
}
