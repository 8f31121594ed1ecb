package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What handing work to the pool costs on this host: waking a helper, and waiting for the last one
 * to leave. Measured with one helper. The first time, most of it is the interpreter's; compiled,
 * the same costs a tenth.
 */
final class DispatchCost {

  /** An uncontended fetch of the next chunk costs some ns, a contended one about this. */
  static final double CLAIM_NANOS = 100;

  /**
   * A helper starts so long after it was called, and the two of them share what it could have done
   * meanwhile. On Linux, to wake a thread that was parked for 1 ms takes 45 us, after 3 ms 80 and
   * after 10 ms 120, on a virtual machine.
   */
  private static final double WAKE_NANOS = 80_000 / 2;

  /** A further helper is called while the first ones work: that costs this share of the whole. */
  private static final double FURTHER_HELPER = 0.4;

  /**
   * No more is believed of what is measured: what the first calls of a JVM take longer, code that
   * is compiled does not. On a virtual machine they take 45 to 80 us, and 2 once compiled.
   */
  private static final double MOST_NANOS = 20_000;

  private static final int ROUNDS = 15;

  /** Fewer tell enough where rounds take long, as beside others that want the cores. */
  private static final int LEAST_ROUNDS = 5;

  private static final long LONG_NANOS = 1_000_000;

  /** Fewer are enough to see whether it became less, in a third of the time. */
  private static final int LEAST_ROUNDS_AGAIN = 3;

  private static final long LONG_AGAIN_NANOS = 300_000;

  /** What was measured so long ago may be of code that was compiled since. */
  private static final long STALE_NANOS = 1_000_000_000;

  private DispatchCost() {}

  private static final class Latest {
    static volatile OneHelper cost = OneHelper.measured();
  }

  /** What one helper costs, and when it was measured. */
  record OneHelper(double nanos, long atNanos) {
    static OneHelper measured() {
      return new OneHelper(measureNanos(LEAST_ROUNDS, LONG_NANOS), System.nanoTime());
    }

    /** What the host does meanwhile, and what is not compiled, only adds: the least counts. */
    OneHelper again() {
      double latest = measureNanos(LEAST_ROUNDS_AGAIN, LONG_AGAIN_NANOS);
      return new OneHelper(Math.min(nanos, latest), System.nanoTime());
    }

    boolean isStale(long nowNanos) {
      return nowNanos - atNanos > STALE_NANOS;
    }

    double with(int threads) {
      double call = Math.min(nanos, MOST_NANOS);
      return call + FURTHER_HELPER * call * (threads - 2) + WAKE_NANOS;
    }
  }

  /**
   * The cost in nanoseconds for the caller and so many threads in all, as it was when it was
   * measured last; 0 for one.
   */
  static double nanos(int threads) {
    return threads == 1 ? 0 : Latest.cost.with(threads);
  }

  /** The same, measured anew where that was long ago. */
  static double recentNanos(int threads) {
    if (threads > 1 && Latest.cost.isStale(System.nanoTime())) {
      Latest.cost = Latest.cost.again();
    }
    return nanos(threads);
  }

  private static double measureNanos(int leastRounds, long longNanos) {
    List<Integer> items = Collections.nCopies(2, 0);
    ExecutionPlan plan = ExecutionPlan.platform(2, 1);
    double[] rounds = new double[ROUNDS];
    int done = 0;
    long begun = System.nanoTime();
    long end = begun;
    while (done < leastRounds || (done < ROUNDS && end - begun < longNanos)) {
      long start = end;
      ParallelMap.map(item -> item, items, plan);
      end = System.nanoTime();
      rounds[done++] = end - start;
    }
    Arrays.sort(rounds, 0, done);
    // What the host does meanwhile only adds; the least of all may be a fluke.
    return rounds[1];
  }
}
