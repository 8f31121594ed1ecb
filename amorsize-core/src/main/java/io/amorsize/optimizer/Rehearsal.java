package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Runs the best candidates on the whole work, a serial and a planned pass in turn, where the budget
 * has room for it. What a pilot cannot see, such as what leaving the cache or the pattern of the
 * list costs, is then in the prediction.
 */
final class Rehearsal {

  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 31;

  /** Shorter passes are timed several at once. */
  private static final double LEAST_TIMED_NANOS = 200_000;

  /** A candidate whose pilot promised less than this share of the best one's is left out. */
  private static final double WORTH_A_TRY = 0.7;

  private static final int MOST_CANDIDATES = 3;

  private final Trial trial;
  private final PlanningBudget budget;
  private final double serialNanos;

  Rehearsal(Trial trial, PlanningBudget budget, double serialNanos) {
    this.trial = trial;
    this.budget = budget;
    this.serialNanos = serialNanos;
  }

  /** The candidates; those that were rehearsed with what they gave. */
  List<PlanCandidate> of(List<PlanCandidate> candidates) {
    if (!trial.canRehearse() || candidates.isEmpty()) {
      return candidates;
    }
    double best =
        candidates.stream().mapToDouble(PlanCandidate::estimatedSpeedup).max().orElseThrow();
    List<PlanCandidate> promising =
        candidates.stream()
            .filter(candidate -> candidate.estimatedSpeedup() >= WORTH_A_TRY * best)
            .sorted(Comparator.comparingDouble(PlanCandidate::estimatedSpeedup).reversed())
            .limit(MOST_CANDIDATES)
            .toList();
    List<PlanCandidate> result = new ArrayList<>(candidates);
    for (int i = 0; i < promising.size(); i++) {
      PlanCandidate candidate = promising.get(i);
      double mayTake = budget.leftNanos() / (promising.size() - i);
      result.set(candidates.indexOf(candidate), rehearsed(candidate, mayTake));
    }
    return result;
  }

  private PlanCandidate rehearsed(PlanCandidate candidate, double mayTakeNanos) {
    int passes = (int) Math.max(1, Math.ceil(LEAST_TIMED_NANOS / serialNanos));
    double roundNanos = passes * serialNanos * (1 + 1 / candidate.estimatedSpeedup());
    int rounds = (int) Math.min(MOST_ROUNDS, mayTakeNanos / roundNanos);
    if (rounds < LEAST_ROUNDS) {
      return candidate;
    }
    ExecutionPlan serial = ExecutionPlan.serial(1);
    double[] speedups = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double one = passesNanos(passes, serial);
      speedups[round] = one / passesNanos(passes, candidate.plan());
    }
    Arrays.sort(speedups);
    double middle = (speedups[(rounds - 1) / 2] + speedups[rounds / 2]) / 2;
    return new PlanCandidate(candidate.plan(), middle, speedups[0], speedups[rounds - 1], true);
  }

  private double passesNanos(int passes, ExecutionPlan plan) {
    double nanos = 0;
    for (int pass = 0; pass < passes; pass++) {
      nanos += trial.passNanos(plan);
    }
    return nanos;
  }
}
