package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What handing work to the pool costs on this host: waking the helpers and waiting for the last one
 * to leave. Measured once for each number of threads and remembered for the life of the JVM.
 */
final class DispatchCost {

  /** An uncontended fetch of the next chunk costs some ns, a contended one about this. */
  static final double CLAIM_NANOS = 100;

  private static final int ROUNDS = 15;
  private static final ConcurrentHashMap<Integer, Double> MEASURED = new ConcurrentHashMap<>();

  private DispatchCost() {}

  /** The cost in nanoseconds of a run of trivial items on so many threads; 0 for one. */
  static double nanos(int threads) {
    return threads == 1 ? 0 : MEASURED.computeIfAbsent(threads, DispatchCost::measureNanos);
  }

  private static double measureNanos(int threads) {
    List<Integer> items = Collections.nCopies(threads, 0);
    ExecutionPlan plan = ExecutionPlan.platform(threads, 1);
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      ParallelMap.map(item -> item, items, plan);
      rounds[round] = System.nanoTime() - start;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
