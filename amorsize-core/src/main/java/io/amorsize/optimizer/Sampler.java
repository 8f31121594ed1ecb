package io.amorsize.optimizer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * Runs parts of the work on the calling thread until timings have settled under the JIT compiler,
 * or until its share of the planning budget is used.
 */
final class Sampler {

  /** A shorter window tells nothing: this is 10 000 times the resolution of the clock. */
  private static final double LEAST_WINDOW_NANOS = 250_000;

  /** A window takes at least this share of the budget, so that more time is used to know more. */
  private static final double WINDOW_SHARE_OF_BUDGET = 0.03;

  /** Timings have settled when the latest windows agree so well; below lies ordinary noise. */
  private static final double SETTLED_WITHIN = 0.10;

  private static final int WINDOWS_TO_AGREE = 3;

  /** The other part of the budget is for the pilot. */
  private static final double SHARE_OF_BUDGET = 0.5;

  /** Over less wall time than this, the granularity of CPU time looks like waiting. */
  private static final double LEAST_FOR_CPU_SHARE_NANOS = 500_000;

  private final Trial trial;
  private final PlanningBudget budget;
  private final int totalItems;
  private final double windowNanos;
  private final Deque<SampleWindow> latest = new ArrayDeque<>();
  private int itemsRun;

  Sampler(Trial trial, PlanningBudget budget, int totalItems) {
    this.trial = trial;
    this.budget = budget;
    this.totalItems = totalItems;
    this.windowNanos = Math.max(LEAST_WINDOW_NANOS, WINDOW_SHARE_OF_BUDGET * budget.limitNanos());
  }

  SampleProfile sample() {
    // The first reading of a meter loads its classes, at the cost of the first window.
    trial.cpuNanos();
    trial.allocatedBytes();
    int count = 1;
    boolean settled = false;
    while (!settled && trial.available() > 0 && (latest.isEmpty() || affordable())) {
      SampleWindow window = SampleWindow.take(trial, count, windowNanos);
      remember(window);
      if (window.wallNanos() < windowNanos && count < trial.available()) {
        count *= 2;
      }
      settled = settled();
    }
    return profile(settled);
  }

  private void remember(SampleWindow window) {
    itemsRun += window.items();
    latest.addLast(window);
    if (latest.size() > WINDOWS_TO_AGREE) {
      latest.removeFirst();
    }
    budget.serialEstimate(window.nanosPerItem() * totalItems);
  }

  private boolean affordable() {
    double next = latest.getLast().wallNanos();
    return budget.spentNanos() + next <= SHARE_OF_BUDGET * budget.limitNanos();
  }

  private boolean settled() {
    if (latest.size() < WINDOWS_TO_AGREE) {
      return false;
    }
    double most = latest.stream().mapToDouble(SampleWindow::nanosPerItem).max().orElseThrow();
    boolean longEnough = latest.stream().allMatch(window -> window.wallNanos() >= windowNanos / 2);
    return longEnough && most <= least(SampleWindow::nanosPerItem) * (1 + SETTLED_WITHIN);
  }

  private SampleProfile profile(boolean settled) {
    return new SampleProfile(
        itemsRun,
        least(SampleWindow::nanosPerItem),
        latest.getLast().itemSdNanos(),
        cpuShare(),
        Math.max(0, sum(SampleWindow::allocatedBytes) / sum(SampleWindow::items)),
        settled);
  }

  private double cpuShare() {
    double wall = sum(SampleWindow::wallNanos);
    boolean known = least(SampleWindow::cpuNanos) >= 0 && wall >= LEAST_FOR_CPU_SHARE_NANOS;
    return known ? Math.min(1, sum(SampleWindow::cpuNanos) / wall) : 1;
  }

  private double least(ToDoubleFunction<SampleWindow> value) {
    return latest.stream().mapToDouble(value).min().orElseThrow();
  }

  private double sum(ToDoubleFunction<SampleWindow> value) {
    return latest.stream().mapToDouble(value).sum();
  }
}
