package io.amorsize.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs parts of the work on the calling thread until timings have settled under the JIT compiler,
 * or until its share of the planning budget is used.
 */
final class Sampler {

  /** A run shorter than this is doubled: it is 10 000 times the resolution of the clock. */
  private static final double RUN_NANOS = 250_000;

  /** Timings have settled when the latest runs agree so well; below that lies ordinary noise. */
  private static final double SETTLED_WITHIN = 0.10;

  private static final int RUNS_TO_AGREE = 3;

  /** The other part of the budget is for the pilot. */
  private static final double SHARE_OF_BUDGET = 0.5;

  private final Trial trial;
  private final PlanningBudget budget;
  private final int totalItems;
  private final Deque<TrialReading> latest = new ArrayDeque<>();
  private int itemsRun;

  Sampler(Trial trial, PlanningBudget budget, int totalItems) {
    this.trial = trial;
    this.budget = budget;
    this.totalItems = totalItems;
  }

  SampleProfile sample() {
    int count = 1;
    boolean settled = false;
    while (!settled && trial.available() > 0 && (latest.isEmpty() || affordable())) {
      TrialReading reading = trial.serial(Math.min(count, trial.available()));
      remember(reading);
      if (reading.wallNanos() < RUN_NANOS && reading.items() < trial.available()) {
        count = reading.items() * 2;
      }
      settled = settled();
    }
    return profile(settled);
  }

  private void remember(TrialReading reading) {
    itemsRun += reading.items();
    latest.addLast(reading);
    if (latest.size() > RUNS_TO_AGREE) {
      latest.removeFirst();
    }
    budget.serialEstimate(reading.nanosPerItem() * totalItems);
  }

  private boolean affordable() {
    double next = latest.getLast().wallNanos();
    return budget.spentNanos() + next <= SHARE_OF_BUDGET * budget.limitNanos();
  }

  private boolean settled() {
    if (latest.size() < RUNS_TO_AGREE) {
      return false;
    }
    double least = latest.stream().mapToDouble(TrialReading::nanosPerItem).min().orElseThrow();
    double most = latest.stream().mapToDouble(TrialReading::nanosPerItem).max().orElseThrow();
    boolean longEnough = latest.stream().allMatch(run -> run.wallNanos() >= RUN_NANOS / 2);
    return longEnough && most <= least * (1 + SETTLED_WITHIN);
  }

  private SampleProfile profile(boolean settled) {
    TrialReading last = latest.getLast();
    double itemNanos = latest.stream().mapToDouble(TrialReading::nanosPerItem).min().orElseThrow();
    double wall = latest.stream().mapToDouble(TrialReading::wallNanos).sum();
    double cpu = latest.stream().mapToDouble(TrialReading::cpuNanos).sum();
    boolean cpuKnown = latest.stream().allMatch(run -> run.cpuNanos() >= 0);
    return new SampleProfile(
        itemsRun,
        itemNanos,
        last.itemSdNanos(),
        cpuKnown ? Math.max(0, Math.min(1, cpu / wall)) : 1,
        Math.max(0, last.allocatedBytes() / last.items()),
        settled);
  }
}
