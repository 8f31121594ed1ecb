package io.amorsize.optimizer;

import java.util.function.LongSupplier;

/** The time that planning may take; it grows with the work that is found. */
final class PlanningBudget {

  /** What is planned for, so that a round that takes longer than the last does not overrun. */
  private static final double PLANNED_SHARE = 0.7;

  /** Beside others that want the cores, a step may wait for one for milliseconds. */
  private static final double PLANNED_IF_LATE = 0.5;

  private final LongSupplier nanoClock;
  private final OptimizerOptions options;
  private final long startNanos;
  private long countedFromNanos;
  private double allowedNanos;
  private double plannedShare = PLANNED_SHARE;

  PlanningBudget(LongSupplier nanoClock, OptimizerOptions options) {
    this.nanoClock = nanoClock;
    this.options = options;
    this.startNanos = nanoClock.getAsLong();
    this.countedFromNanos = startNanos;
    this.allowedNanos = options.planningFloor().toNanos();
  }

  /** Sets the limit by a new estimate of the whole serial time. */
  void serialEstimate(double serialNanos) {
    double floor = options.planningFloor().toNanos();
    allowedNanos = Math.max(floor, options.planningShare() * serialNanos);
  }

  /** Sets the limit by whether steps take longer than one would think by the last. */
  void stepsAreLate(boolean late) {
    plannedShare = late ? PLANNED_IF_LATE : PLANNED_SHARE;
  }

  /**
   * Counts from here on: what the first call of a function does once, such as loading classes,
   * would have to be done without planning too.
   */
  void beginAfterFirstItem() {
    countedFromNanos = nanoClock.getAsLong();
  }

  double limitNanos() {
    return plannedShare * allowedNanos;
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
    return Math.max(0, allowedNanos - spentNanos());
  }

  double leftNanos() {
    return Math.max(0, limitNanos() - spentNanos());
  }
}
