package io.amorsize.optimizer;

import java.util.function.LongSupplier;

/** The time that planning may take; it grows with the work that is found. */
final class PlanningBudget {

  private final LongSupplier nanoClock;
  private final OptimizerOptions options;
  private final long startNanos;
  private double limitNanos;

  PlanningBudget(LongSupplier nanoClock, OptimizerOptions options) {
    this.nanoClock = nanoClock;
    this.options = options;
    this.startNanos = nanoClock.getAsLong();
    this.limitNanos = options.planningFloor().toNanos();
  }

  /** Sets the limit by a new estimate of the whole serial time. */
  void serialEstimate(double serialNanos) {
    double floor = options.planningFloor().toNanos();
    limitNanos = Math.max(floor, options.planningShare() * serialNanos);
  }

  double limitNanos() {
    return limitNanos;
  }

  double spentNanos() {
    return nanoClock.getAsLong() - startNanos;
  }

  double leftNanos() {
    return Math.max(0, limitNanos - spentNanos());
  }
}
