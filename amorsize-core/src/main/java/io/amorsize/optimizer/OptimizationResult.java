package io.amorsize.optimizer;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a function over a list should run, and why.
 *
 * @param plan threads, chunk size and executor
 * @param estimatedSpeedup predicted time of a serial loop over that of the plan; 1 for a serial
 *     plan
 * @param speedupLower lower end of the prediction
 * @param speedupUpper upper end of the prediction
 * @param reason why this plan, in a sentence
 * @param warnings what the user should know before trusting it
 * @param profile what sampling saw; empty where nothing was sampled
 * @param candidates the parallel plans that were considered, chosen one included
 * @param planningTime time that planning took
 * @param breakdown where the predicted time of the plan goes; empty for a serial plan
 */
public record OptimizationResult(
    ExecutionPlan plan,
    double estimatedSpeedup,
    double speedupLower,
    double speedupUpper,
    String reason,
    List<String> warnings,
    Optional<SampleProfile> profile,
    List<PlanCandidate> candidates,
    Duration planningTime,
    Optional<TimeBreakdown> breakdown) {

  /** Copies the lists and checks the prediction. */
  public OptimizationResult {
    requireNonNull(plan, "plan is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(profile, "profile is null");
    requireNonNull(planningTime, "planningTime is null");
    requireNonNull(breakdown, "breakdown is null");
    warnings = List.copyOf(warnings);
    candidates = List.copyOf(candidates);
    if (!(speedupLower > 0 && speedupLower <= estimatedSpeedup && estimatedSpeedup <= speedupUpper)
        || Double.isInfinite(speedupUpper)) {
      throw new IllegalArgumentException(
          "need 0 < speedupLower <= estimatedSpeedup <= speedupUpper, are "
              + speedupLower
              + ", "
              + estimatedSpeedup
              + " and "
              + speedupUpper);
    }
  }

  /**
   * The recommendation in words, a fact a line: what was seen of the function and of the host, what
   * was decided and why, where the predicted time goes, and which plans lost.
   */
  public String explain() {
    return new PlanExplanation(this).text();
  }

  /** Threads that work at once, the caller included. */
  public int nJobs() {
    return plan.nJobs();
  }

  /** The most consecutive items that a thread takes at a time. */
  public int chunkSize() {
    return plan.chunkSize();
  }

  /** Who runs the chunks. */
  public ExecutorType executorType() {
    return plan.executorType();
  }

  /** The best parallel plan considered: the chosen one, or what a serial plan was chosen over. */
  public Optional<PlanCandidate> bestParallel() {
    return candidates.isEmpty() ? Optional.empty() : Optional.of(PlanChooser.best(candidates));
  }
}
