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

  boolean isSerial() {
    return optimization.plan().isSerial();
  }
}
