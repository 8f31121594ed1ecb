package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.ruler.RulerReading;

/**
 * One planning.
 *
 * @param optimization the recommendation
 * @param ruler what the host gave when it was made
 */
record Planned(OptimizationResult optimization, RulerReading ruler) {

  /** From here on, handing work to threads costs next to nothing of a pass. */
  private static final double LONG_PASS_NANOS = 1_000_000;

  /** Whether a pass was planned serially although it is long enough to be shared. */
  boolean isLongSerial() {
    int items = optimization.plan().chunkSize();
    return isSerial()
        && optimization
            .profile()
            .filter(seen -> seen.itemNanos() * items >= LONG_PASS_NANOS)
            .isPresent();
  }

  boolean isSerial() {
    return optimization.plan().isSerial();
  }
}
