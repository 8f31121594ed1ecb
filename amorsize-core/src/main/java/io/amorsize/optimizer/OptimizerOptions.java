package io.amorsize.optimizer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What an optimization may use.
 *
 * @param maxThreads most threads for a function that computes, at least 1
 * @param maxWaitingThreads most threads for a function that waits, at least {@code maxThreads};
 *     beside others that want the processors, up to twice {@code maxThreads} of them may compute
 * @param planningFloor time that planning may always take
 * @param planningShare share of the estimated serial time that planning may take, 0 to 1; the
 *     larger of the two counts
 */
public record OptimizerOptions(
    int maxThreads, int maxWaitingThreads, Duration planningFloor, double planningShare) {

  /** Threads that wait cost memory for stacks; more than this is a matter for another design. */
  private static final int MOST_WAITING_THREADS = 64;

  /** Checks the ranges. */
  public OptimizerOptions {
    requireNonNull(planningFloor, "planningFloor is null");
    if (maxThreads < 1) {
      throw new IllegalArgumentException("maxThreads must be at least 1, is " + maxThreads);
    }
    if (maxWaitingThreads < maxThreads) {
      throw new IllegalArgumentException(
          "maxWaitingThreads must be at least maxThreads, is " + maxWaitingThreads);
    }
    if (planningFloor.isNegative()) {
      throw new IllegalArgumentException("planningFloor must not be negative");
    }
    if (!(planningShare >= 0 && planningShare <= 1)) {
      throw new IllegalArgumentException("planningShare must be in [0, 1], is " + planningShare);
    }
  }

  /** As many threads as this JVM has processors; 10 ms or a fifth of the serial time. */
  public static OptimizerOptions defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new OptimizerOptions(
        processors, Math.max(processors, MOST_WAITING_THREADS), Duration.ofMillis(10), 0.2);
  }

  /** The same with another bound on threads, whether the function computes or waits. */
  public OptimizerOptions withMaxThreads(int threads) {
    return new OptimizerOptions(threads, threads, planningFloor, planningShare);
  }

  /** The same with another time that planning may always take. */
  public OptimizerOptions withPlanningFloor(Duration floor) {
    return new OptimizerOptions(maxThreads, maxWaitingThreads, floor, planningShare);
  }
}
