package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a decision into words. */
record Decision(
    int items,
    SampleProfile profile,
    CostModel model,
    ThreadLimits limits,
    HostShare share,
    PlanningBudget budget) {

  /** Fewer items for each thread than this leave threads idle at the end. */
  private static final int FEW_ITEMS_PER_THREAD = 4;

  /** Rounds that differ by more than this factor come from a host that is not to be trusted. */
  private static final double NOISY = 1.5;

  /** The same beside what others leave then. */
  Decision beside(HostShare left) {
    return new Decision(items, profile.beside(left.others()), model, limits, left, budget);
  }

  /** A plan made without running anything. */
  static OptimizationResult unsampled(int items, String reason, PlanningBudget budget) {
    return new OptimizationResult(
        ExecutionPlan.serial(items),
        1,
        1,
        1,
        reason,
        List.of(),
        Optional.empty(),
        List.of(),
        Duration.ofNanos((long) budget.totalNanos()),
        Optional.empty());
  }

  /** A pass is too short for threads; the plan of two is kept as the alternative. */
  OptimizationResult tooShort(PlanCandidate atBest, PlanCandidate two) {
    String reason =
        "one pass takes "
            + PlanText.time(model.serialNanos())
            + "; "
            + atBest.plan().nJobs()
            + " threads would give "
            + PlanText.times(atBest.estimatedSpeedup())
            + " at best, dispatch counted";
    return serial(reason, List.of(two));
  }

  /** The best of the candidates, of which there is at least one, or a loop. */
  OptimizationResult of(List<PlanCandidate> candidates, PlanChooser chooser) {
    PlanCandidate best = PlanChooser.best(candidates);
    if (best.estimatedSpeedup() < PlanChooser.LEAST_SPEEDUP) {
      String reason =
          best.plan().nJobs()
              + " threads would give "
              + PlanText.times(best.estimatedSpeedup())
              + ", less than the "
              + PlanText.times(PlanChooser.LEAST_SPEEDUP)
              + " that is worth a thread";
      return serial(reason, candidates);
    }
    String reason =
        best.plan().nJobs()
            + (best.plan().executorType() == ExecutorType.VIRTUAL ? " virtual" : "")
            + " threads are predicted to give "
            + PlanText.times(best.estimatedSpeedup())
            + "; items of "
            + PlanText.time(profile.itemNanos())
            + " take chunks of "
            + best.plan().chunkSize();
    return new OptimizationResult(
        best.plan(),
        best.estimatedSpeedup(),
        best.lower(),
        best.upper(),
        reason,
        warnings(best),
        Optional.of(profile),
        candidates,
        Duration.ofNanos((long) budget.totalNanos()),
        Optional.of(chooser.breakdown(best)));
  }

  /** A loop. */
  OptimizationResult serial(String reason, List<PlanCandidate> candidates) {
    return new OptimizationResult(
        ExecutionPlan.serial(items),
        1,
        1,
        1,
        reason,
        unsettled(),
        Optional.of(profile),
        candidates,
        Duration.ofNanos((long) budget.totalNanos()),
        Optional.empty());
  }

  private List<String> unsettled() {
    return profile.settled()
        ? List.of()
        : List.of("timings had not settled when the planning budget ended");
  }

  private List<String> warnings(PlanCandidate best) {
    List<String> warnings = new ArrayList<>(unsettled());
    int threads = best.plan().nJobs();
    if (items < FEW_ITEMS_PER_THREAD * threads) {
      warnings.add(
          "few items: " + items + " for " + threads + " threads, some of which wait at the end");
    }
    if (best.measured() && best.upper() > NOISY * best.lower()) {
      warnings.add(
          "heavy noise: rounds of the pilot gave "
              + PlanText.times(best.lower())
              + " to "
              + PlanText.times(best.upper()));
    }
    if (profile.others() > 0) {
      warnings.add(
          PlanText.otherThreads(profile.others())
              + " of this machine wanted to run all the while, on "
              + share.processors()
              + " processors");
    }
    return warnings;
  }
}
