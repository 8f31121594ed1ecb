package io.amorsize.jmh.runner;

import io.amorsize.warmup.PilotWarmup;
import java.time.Duration;
import java.util.Locale;

/**
 * How much a run measures. Iterations take 100 ms: many short ones tell more than few long ones.
 */
public enum RunProfile {
  /** All standard workloads in at most 90 seconds: enough to see large changes. */
  QUICK(3, 5, 10, Duration.ofMillis(200)),
  /** All standard workloads in at most 8 minutes: what a nightly run needs. */
  STANDARD(5, 20, 40, Duration.ofSeconds(2));

  /** Length of an iteration. */
  public static final Duration ITERATION = Duration.ofMillis(100);

  /** Starting a JVM and JMH in it, and checking the results, on a machine of 2020. */
  private static final Duration FORK_START = Duration.ofMillis(700);

  /** Time that iterations take longer than asked, since they end with a whole operation. */
  private static final double OVERRUN = 1.15;

  /** A warm-up takes at most so many times the fewest iterations that it takes. */
  private static final int MOST_WARMUP = 2;

  /** Two readings of the ruler for each pair, and the start of the planning fork. */
  private static final Duration RULER_READINGS = Duration.ofMillis(500);

  private final int pairs;
  private final int warmupIterations;
  private final int measurementIterations;
  private final Duration planningWarmup;

  RunProfile(int pairs, int warmupIterations, int measurementIterations, Duration planningWarmup) {
    this.pairs = pairs;
    this.warmupIterations = warmupIterations;
    this.measurementIterations = measurementIterations;
    this.planningWarmup = planningWarmup;
  }

  /** The word in files: {@code quick} or {@code standard}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Pairs of a serial and a parallel fork. */
  public int pairs() {
    return pairs;
  }

  /**
   * Warm-up iterations of a fork, at least. The first pair of forks chooses how many the others
   * get, which then measure fewer.
   */
  public int warmupIterations() {
    return warmupIterations;
  }

  /** Iterations of a fork, the warm-up among them. */
  public int iterations() {
    return warmupIterations + measurementIterations;
  }

  /** What the first pair of forks may choose as warm-up. */
  public PilotWarmup.Bounds warmupBounds() {
    return new PilotWarmup.Bounds(warmupIterations, MOST_WARMUP * warmupIterations);
  }

  /** How long the code runs before it is planned. */
  Duration planningWarmup() {
    return planningWarmup;
  }

  /** Expected time of one fork. */
  public Duration expectedFork() {
    return FORK_START.plusNanos((long) (OVERRUN * iterations() * ITERATION.toNanos()));
  }

  /** Expected time of one workload, planning included. */
  public Duration expectedWorkload() {
    Duration pair =
        expectedFork().multipliedBy(2).plus(planningWarmup).plus(PlanningFork.PLANNING_FLOOR);
    return pair.plus(RULER_READINGS).multipliedBy(pairs);
  }
}
