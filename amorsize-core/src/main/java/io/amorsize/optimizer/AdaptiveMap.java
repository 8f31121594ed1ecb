package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.execution.WorkerListener;
import io.amorsize.host.ThreadClock;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a list once and finds out on the way how: alone until it is clear that helpers are worth
 * calling, then with helpers, and alone again where they only hinder. Nothing is run twice, and no
 * work waits for a decision.
 */
final class AdaptiveMap<T, R> {

  /** The caller works alone so long before it thinks of helpers: some dispatches. */
  private static final double ALONE_NANOS = 60_000;

  /** In a JVM that has never called helpers, doing so loads classes and starts threads first. */
  private static final double COLD_ALONE_NANOS = 2_000_000;

  /** Helpers are called for at least so many times the time that calling them takes. */
  private static final double WORTH_DISPATCHES = 6;

  private static final double COLD_DISPATCH_NANOS = 1_000_000;

  /** A lot with helpers is watched, so that helpers that hinder do so only for a lot. */
  private static final double WATCHED_NANOS = 3_000_000;

  /** With less gain than this, helpers only hinder. */
  private static final double LEAST_GAIN = 1.1;

  private static final int REHEARSED_ITEMS = 40;

  /** Items shorter than this are not worth waiting with many threads. */
  private static final double LEAST_WAIT_NANOS = 50_000;

  /** Threads for a function that waits, at first and from lot to lot. */
  private static final int FIRST_WAITING = 8;

  private static final int GROWTH = 4;

  /**
   * A function that gives its core away so often for each item waits, and more threads may help.
   */
  private static final double WAITS_FROM = 0.5;

  private final Function<? super T, ? extends R> function;
  private final List<? extends T> items;
  private final OptimizerOptions options;
  private final Object[] results;
  private ExecutionPlan last;
  private int done;
  private boolean waits;
  private double itemNanos;

  AdaptiveMap(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      Object[] results,
      OptimizerOptions options) {
    this.function = function;
    this.items = items;
    this.options = options;
    this.last = ExecutionPlan.serial(items.size());
    this.results = results;
  }

  /** Shares a short list, so that nothing needs to be loaded for the next one. */
  static void rehearse() {
    DispatchCost.nanos(2);
    List<Double> lengths = Collections.nCopies(REHEARSED_ITEMS, ALONE_NANOS / 2);
    Object[] ends = new Object[REHEARSED_ITEMS];
    new AdaptiveMap<>(AdaptiveMap::spin, lengths, ends, OptimizerOptions.defaults()).run(0);
  }

  private static long spin(double nanos) {
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos) {
      now = System.nanoTime();
    }
    return now;
  }

  /** Runs all items but those already done; returns the plan under which the last ones ran. */
  ExecutionPlan run(int itemsDone) {
    done = itemsDone;
    if (options.maxThreads() < 2 || ParallelMap.isNested()) {
      alone(left());
    } else {
      beginAlone();
      if (left() > 0) {
        share();
      }
    }
    return last;
  }

  private int left() {
    return items.size() - done;
  }

  private void alone(int count) {
    ParallelMap.mapRange(function, items, done, done + count, results, ExecutionPlan.serial(count));
    done += count;
  }

  /** Lots that double, until what is left is worth helpers. */
  private void beginAlone() {
    boolean warm = ParallelMap.isWarm();
    double leastNanos = warm ? ALONE_NANOS : COLD_ALONE_NANOS;
    double dispatch = warm ? DispatchCost.nanos(2) : COLD_DISPATCH_NANOS;
    long start = System.nanoTime();
    long last = start;
    int lot = 1;
    long switches = -1;
    while (left() > 0) {
      int count = Math.min(lot, left());
      alone(count);
      long now = System.nanoTime();
      itemNanos = Math.max(1, now - last) / (double) count;
      boolean longEnough = now - start >= leastNanos;
      if (longEnough && left() >= 2 && left() * itemNanos >= WORTH_DISPATCHES * dispatch) {
        waits = switches >= 0 && ThreadClock.switches() - switches >= WAITS_FROM * count;
        if (switches >= 0 || itemNanos < LEAST_WAIT_NANOS) {
          return;
        }
        // Items so long may be waiting: one more alone tells.
        switches = Math.max(0, ThreadClock.switches());
        lot = 1;
      } else {
        lot = longEnough ? lot : 2 * lot;
      }
      last = System.nanoTime();
    }
  }

  private void share() {
    int threads = Math.min(waits ? options.maxWaitingThreads() : options.maxThreads(), left());
    if (waits) {
      threads = Math.min(threads, FIRST_WAITING);
    }
    double gain = 1;
    while (left() > 0) {
      double watched = WATCHED_NANOS * threads / itemNanos;
      boolean all = left() < 2 * watched;
      int count = all ? left() : (int) Math.max(threads, watched);
      OccupiedTime occupied = new OccupiedTime(System::nanoTime, false);
      long start = System.nanoTime();
      runShared(count, threads, occupied);
      double wall = System.nanoTime() - start;
      if (left() == 0) {
        return;
      }
      double parallelism = threads * itemNanos * count / occupied.occupiedNanos();
      if (occupied.workers() > 1 && parallelism < LEAST_GAIN) {
        alone(left());
        return;
      }
      double gained = count * itemNanos / wall;
      if (!waits || gained < LEAST_GAIN * gain || threads >= options.maxWaitingThreads()) {
        runShared(left(), threads, WorkerListener.NONE);
        return;
      }
      gain = gained;
      threads = Math.min(Math.min(GROWTH * threads, options.maxWaitingThreads()), left());
    }
  }

  private void runShared(int count, int threads, WorkerListener listener) {
    int chunk = new CostModel(count, itemNanos, 1).chunkSize(threads);
    last = ExecutionPlan.platform(Math.max(1, Math.min(threads, count)), chunk);
    ParallelMap.mapRange(function, items, done, done + count, results, last, listener);
    done += count;
  }
}
