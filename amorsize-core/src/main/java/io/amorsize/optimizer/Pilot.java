package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the effective parallelism of real items at a number of threads: short runs on one thread
 * and on several in turn. Cores on paper are not cores: a neighbour, a quota, a lock or the memory
 * bus can take them away, and only running tells.
 */
final class Pilot {

  /** More rounds than this serve less than longer ones, which see more of the host's schedule. */
  private static final int MOST_ROUNDS = 15;

  private static final int LEAST_ROUNDS = 2;

  /** A round's serial part against the dispatch cost, so that the cost is a small correction. */
  private static final double DISPATCHES_PER_ROUND = 10;

  private static final double LEAST_ROUND_NANOS = 500_000;

  /** A round runs its items once on one thread and once on several, at worst as slowly. */
  private static final double SERIAL_AND_PARALLEL = 2;

  /** Chunks for each thread, so that a thread that wakes late does not decide the round. */
  private static final int CHUNKS_PER_THREAD = 4;

  private final Trial trial;
  private final PlanningBudget budget;
  private final SampleProfile profile;

  Pilot(Trial trial, PlanningBudget budget, SampleProfile profile) {
    this.trial = trial;
    this.budget = budget;
    this.profile = profile;
  }

  /**
   * Takes a reading.
   *
   * @param threads threads to try, at least 2
   * @param dispatchNanos cost of handing work to so many threads
   * @param budgetShare share of what is left of the budget that this reading may use
   * @return empty where too few items are left to occupy the threads
   */
  Optional<PilotReading> read(int threads, double dispatchNanos, double budgetShare) {
    double least = Math.max(LEAST_ROUND_NANOS, DISPATCHES_PER_ROUND * dispatchNanos);
    double mayTake = budget.leftNanos() * budgetShare / SERIAL_AND_PARALLEL;
    double wanted = Math.max(least, mayTake / MOST_ROUNDS);
    int count = (int) Math.min(trial.available(), Math.ceil(wanted / profile.itemNanos()));
    count = Math.min(trial.available(), Math.max(2 * threads, count));
    if (count < 2) {
      return Optional.empty();
    }
    int affordable = (int) (mayTake / (count * profile.itemNanos()));
    int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, affordable));
    return reading(threads, count, rounds, dispatchNanos);
  }

  private Optional<PilotReading> reading(int threads, int count, int rounds, double dispatchNanos) {
    int chunk = Math.max(1, count / (threads * CHUNKS_PER_THREAD));
    ExecutionPlan plan = ExecutionPlan.platform(threads, chunk);
    List<Double> parallelism = new ArrayList<>();
    for (int round = 0; round < rounds && trial.available() >= 2 * threads; round++) {
      TrialReading serial = trial.serial(Math.min(count, trial.available() / 2));
      int shared = Math.min(count, trial.available());
      double serialNanos = serial.nanosPerItem() * shared;
      double parallel = trial.parallelNanos(shared, plan) - dispatchNanos;
      parallelism.add(serialNanos / Math.max(serialNanos / threads, parallel));
    }
    return summary(threads, parallelism);
  }

  private static Optional<PilotReading> summary(int threads, List<Double> parallelism) {
    if (parallelism.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = parallelism.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rounds = sorted.length;
    double middle = (sorted[(rounds - 1) / 2] + sorted[rounds / 2]) / 2;
    return Optional.of(new PilotReading(threads, middle, sorted[0], sorted[rounds - 1]));
  }
}
