package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.optimizer.OptimizationResult;
import java.util.List;

/**
 * A recommendation as a results file records it, whoever made it: nothing here is checked but that
 * it is there, since judging it is the criteria's work.
 *
 * @param nJobs threads
 * @param chunkSize items in a chunk
 * @param estimatedSpeedup predicted speedup
 * @param executorType who runs the chunks, in the words of the tool that wrote it
 * @param reason why this plan
 * @param warnings what to know before trusting it
 */
public record PlanRecord(
    int nJobs,
    int chunkSize,
    double estimatedSpeedup,
    String executorType,
    String reason,
    List<String> warnings) {

  /** Copies the warnings. */
  public PlanRecord {
    requireNonNull(executorType, "executorType is null");
    requireNonNull(reason, "reason is null");
    warnings = List.copyOf(warnings);
  }

  /** The same with the prediction that was judged, where several were made. */
  public PlanRecord withEstimatedSpeedup(double speedup) {
    return new PlanRecord(nJobs, chunkSize, speedup, executorType, reason, warnings);
  }

  /** The record of a recommendation. */
  public static PlanRecord of(OptimizationResult result) {
    return new PlanRecord(
        result.nJobs(),
        result.chunkSize(),
        result.estimatedSpeedup(),
        result.executorType().label(),
        result.reason(),
        result.warnings());
  }
}
