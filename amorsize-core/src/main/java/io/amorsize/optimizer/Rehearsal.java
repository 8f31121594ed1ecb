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

  /** Shorter passes are timed several at once; so are longer ones where the budget has room. */
  private static final double LEAST_TIMED_NANOS = 200_000;

  /** The first rounds may still run code that the JIT compiler is about to replace. */
  private static final double SETTLING_SHARE = 0.4;

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
    double perPass = serialNanos * (1 + 1 / candidate.estimatedSpeedup());
    double timed = Math.max(LEAST_TIMED_NANOS, mayTakeNanos / MOST_ROUNDS / 2);
    int passes = (int) Math.max(1, Math.round(timed / serialNanos));
    int rounds = (int) Math.min(MOST_ROUNDS, mayTakeNanos / (passes * perPass));
    if (rounds < LEAST_ROUNDS) {
      return candidate;
    }
    double[] speedups = settled(ratios(passes, rounds, candidate.plan()));
    Arrays.sort(speedups);
    int last = speedups.length - 1;
    double middle = (speedups[last / 2] + speedups[(last + 1) / 2]) / 2;
    return new PlanCandidate(candidate.plan(), middle, speedups[0], speedups[last], true);
  }

  private double[] ratios(int passes, int rounds, ExecutionPlan plan) {
    ExecutionPlan serial = ExecutionPlan.serial(1);
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double one = passesNanos(passes, serial);
      ratios[round] = one / passesNanos(passes, plan);
    }
    return ratios;
  }

  private static double[] settled(double[] rounds) {
    int left = Math.max(LEAST_ROUNDS, (int) Math.ceil((1 - SETTLING_SHARE) * rounds.length));
    return Arrays.copyOfRange(rounds, rounds.length - left, rounds.length);
  }

  private double passesNanos(int passes, ExecutionPlan plan) {
    double nanos = 0;
    for (int pass = 0; pass < passes; pass++) {
      nanos += trial.passNanos(plan);
    }
    return nanos;
  }
}
