package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/**
 * Runs parts of a list. A replaying trial starts every run with the same items, spread evenly over
 * the list; a consuming one goes through the list once and keeps the results.
 */
final class ListTrial<T, R> implements Trial {

  /** Most blocks that a serial run is timed in, for the variation between items. */
  private static final int MOST_BLOCKS = 64;

  /** A block takes so long or more, so that timing it costs less than 1 % of it. */
  private static final double LEAST_BLOCK_NANOS = 20_000;

  private final Function<? super T, ? extends R> function;
  private final List<? extends T> items;
  private final List<? extends T> original;
  private final Object[] results;
  private final boolean replays;
  private final IntUnaryOperator originalIndex;
  private final LongSupplier nanoClock;
  private int next;
  private double lastItemNanos = LEAST_BLOCK_NANOS;

  private ListTrial(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      List<? extends T> original,
      Object[] results,
      IntUnaryOperator originalIndex,
      LongSupplier nanoClock) {
    this.function = function;
    this.items = items;
    this.original = original;
    this.results = results;
    this.replays = items != original;
    this.originalIndex = originalIndex;
    this.nanoClock = nanoClock;
  }

  static <T, R> ListTrial<T, R> replaying(
      Function<? super T, ? extends R> function, List<? extends T> items, LongSupplier nanoClock) {
    SpreadOrder<T> spread = new SpreadOrder<>(items);
    Object[] scratch = new Object[items.size()];
    return new ListTrial<>(function, spread, items, scratch, spread::originalIndex, nanoClock);
  }

  static <T, R> ListTrial<T, R> consuming(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      Object[] results,
      LongSupplier nanoClock) {
    return new ListTrial<>(function, items, items, results, index -> index, nanoClock);
  }

  /** First item that no run has asked for; 0 for a replaying trial. */
  int next() {
    return next;
  }

  @Override
  public int available() {
    return items.size() - next;
  }

  @Override
  public TrialReading serial(int count) {
    int blockSize =
        (int) Math.max(count / (double) MOST_BLOCKS, LEAST_BLOCK_NANOS / lastItemNanos) + 1;
    BlockTimes times = new BlockTimes(blockSize);
    long start = nanoClock.getAsLong();
    long last = start;
    int end = next + count;
    for (int from = next; from < end; from += blockSize) {
      int to = Math.min(end, from + blockSize);
      run(from, to, ExecutionPlan.serial(to - from));
      long now = nanoClock.getAsLong();
      times.add(to - from, now - last);
      last = now;
    }
    consume(count);
    double wallNanos = Math.max(1, last - start);
    lastItemNanos = wallNanos / count;
    return new TrialReading(count, wallNanos, times.itemSdNanos());
  }

  @Override
  public long cpuNanos() {
    return ThreadMeter.cpuNanos();
  }

  @Override
  public long allocatedBytes() {
    return ThreadMeter.allocatedBytes();
  }

  @Override
  public double parallelNanos(int count, ExecutionPlan plan) {
    long start = nanoClock.getAsLong();
    run(next, next + count, plan);
    long nanos = nanoClock.getAsLong() - start;
    consume(count);
    return Math.max(1, nanos);
  }

  @Override
  public boolean canRehearse() {
    return replays;
  }

  @Override
  public double passNanos(ExecutionPlan plan) {
    long start = nanoClock.getAsLong();
    ParallelMap.map(function, original, plan);
    return Math.max(1, nanoClock.getAsLong() - start);
  }

  private void run(int from, int to, ExecutionPlan plan) {
    try {
      ParallelMap.mapRange(function, items, from, to, results, plan);
    } catch (ItemFailedException e) {
      throw new ItemFailedException(originalIndex.applyAsInt(e.itemIndex()), e.getCause());
    }
  }

  private void consume(int count) {
    if (!replays) {
      next += count;
    }
  }
}
