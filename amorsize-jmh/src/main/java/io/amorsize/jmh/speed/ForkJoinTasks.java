package io.amorsize.jmh.speed;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.function.IntUnaryOperator;

/** A range of numbers split down to tasks of one number each, as ForkJoin is meant to be used. */
final class ForkJoinTasks {

  private final ForkJoinPool pool;
  private final int[] results;
  private final IntUnaryOperator function;

  ForkJoinTasks(ForkJoinPool pool, int items, IntUnaryOperator function) {
    this.pool = pool;
    this.results = new int[items];
    this.function = function;
  }

  /** Maps all numbers; tells how many. */
  long run() {
    pool.invoke(new Part(0, results.length));
    return results.length;
  }

  @SuppressWarnings("serial") // Never leaves this JVM.
  private final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      if (to - from == 1) {
        results[from] = function.applyAsInt(from);
        return;
      }
      int middle = (from + to) >>> 1;
      invokeAll(new Part(from, middle), new Part(middle, to));
    }
  }
}
