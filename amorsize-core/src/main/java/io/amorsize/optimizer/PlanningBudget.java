package io.amorsize.optimizer;

import java.util.function.LongSupplier;

/** The time that planning may take; it grows with the work that is found. */
final class PlanningBudget {

  /** What is planned for, so that a round that takes longer than the last does not overrun. */
  private static final double PLANNED_SHARE = 0.8;

  private final LongSupplier nanoClock;
  private final OptimizerOptions options;
  private final long startNanos;
  private long countedFromNanos;
  private double limitNanos;

  PlanningBudget(LongSupplier nanoClock, OptimizerOptions options) {
    this.nanoClock = nanoClock;
    this.options = options;
    this.startNanos = nanoClock.getAsLong();
    this.countedFromNanos = startNanos;
    this.limitNanos = PLANNED_SHARE * options.planningFloor().toNanos();
  }

  /** Sets the limit by a new estimate of the whole serial time. */
  void serialEstimate(double serialNanos) {
    double floor = options.planningFloor().toNanos();
    limitNanos = PLANNED_SHARE * Math.max(floor, options.planningShare() * serialNanos);
  }

  /**
   * Counts from here on: what the first call of a function does once, such as loading classes,
   * would have to be done without planning too.
   */
  void beginAfterFirstItem() {
    countedFromNanos = nanoClock.getAsLong();
  }

  double limitNanos() {
    return limitNanos;
  }

  /** Time spent on the budget. */
  double spentNanos() {
    return nanoClock.getAsLong() - countedFromNanos;
  }

  /** Time since planning began. */
  double totalNanos() {
    return nanoClock.getAsLong() - startNanos;
  }

  /** What is left of the time that is allowed, not only planned for. */
  double allowedNanos() {
    return Math.max(0, limitNanos / PLANNED_SHARE - spentNanos());
  }

  double leftNanos() {
    return Math.max(0, limitNanos - spentNanos());
  }
}
