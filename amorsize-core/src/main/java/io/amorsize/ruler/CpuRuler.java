package io.amorsize.ruler;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Measures how many cores the host gives at this moment, with work that touches no memory, takes no
 * lock and always takes the same number of steps.
 *
 * <p>One unit of work is about 5 ms: long against waking a thread (tens of microseconds), short
 * enough that a reading of {@value #ROUNDS} rounds takes less than 0.1 s.
 */
public final class CpuRuler {

  private static final int STEPS = 2_500_000;
  private static final int ROUNDS = 5;

  private final LongSupplier nanoClock;
  private final ToLongFunction<Integer> work;

  /** A ruler on the system's clock. */
  public CpuRuler() {
    this(System::nanoTime, CpuRuler::spin);
  }

  CpuRuler(LongSupplier nanoClock, ToLongFunction<Integer> work) {
    this.nanoClock = nanoClock;
    this.work = work;
  }

  /**
   * Takes a reading: rounds of the work on one thread and on several in turn, medians of both.
   *
   * @param threads threads to try, at least 1
   */
  public RulerReading read(int threads) {
    double[] single = new double[ROUNDS];
    double[] ratio = new double[ROUNDS];
    timeNanos(1);
    timeNanos(threads);
    for (int round = 0; round < ROUNDS; round++) {
      single[round] = timeNanos(1);
      ratio[round] = threads * single[round] / timeNanos(threads);
    }
    return new RulerReading(threads, median(single), median(ratio));
  }

  private double timeNanos(int threads) {
    List<Integer> units = Collections.nCopies(threads, STEPS);
    long start = nanoClock.getAsLong();
    ParallelMap.map(work::applyAsLong, units, ExecutionPlan.platform(threads, 1));
    return Math.max(1, nanoClock.getAsLong() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** A chain of dependent multiplications (SplitMix64's mixer), which no compiler can shorten. */
  private static long spin(int steps) {
    long z = steps;
    for (int i = 0; i < steps; i++) {
      z = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      z ^= z >>> 27;
    }
    return z;
  }
}
