package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import io.amorsize.host.ThreadClock;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Runs parts of a list. A part of the items is spread evenly over the list; the whole list runs in
 * its own order. Every run starts from the beginning.
 */
final class ListTrial<T, R> implements Trial {

  /** Most blocks that a serial run is timed in, for the variation between items. */
  private static final int MOST_BLOCKS = 64;

  /** A block takes so long or more, so that timing it costs less than 1 % of it. */
  private static final double LEAST_BLOCK_NANOS = 20_000;

  /** Items are run for so long before it is asked whether enough looks were taken at them. */
  private static final double LOOKED_AT_NANOS = 100_000;

  private final Function<? super T, ? extends R> function;
  private final List<? extends T> items;
  private final Object[] scratch;
  private final LongSupplier nanoClock;
  private SpreadOrder<T> spread;
  private double lastItemNanos = LEAST_BLOCK_NANOS;

  ListTrial(
      Function<? super T, ? extends R> function, List<? extends T> items, LongSupplier nanoClock) {
    this.function = function;
    this.items = items;
    this.spread = SpreadOrder.forPrefix(items, 1);
    this.scratch = new Object[items.size()];
    this.nanoClock = nanoClock;
  }

  @Override
  public int items() {
    return items.size();
  }

  @Override
  public SerialReading serial(int count) {
    spread(count);
    int blockSize =
        (int) Math.max(count / (double) MOST_BLOCKS, LEAST_BLOCK_NANOS / lastItemNanos) + 1;
    BlockTimes times = new BlockTimes(blockSize);
    long start = nanoClock.getAsLong();
    long last = start;
    for (int from = 0; from < count; from += blockSize) {
      int to = Math.min(count, from + blockSize);
      runSpread(count, from, to);
      long now = nanoClock.getAsLong();
      times.add(to - from, now - last);
      last = now;
    }
    double wallNanos = Math.max(1, last - start);
    lastItemNanos = wallNanos / count;
    return new SerialReading(count, wallNanos, times.itemSdNanos());
  }

  private void spread(int count) {
    if (!spread.isFor(count)) {
      spread = SpreadOrder.forPrefix(items, count);
    }
  }

  private void runSpread(int count, int from, int to) {
    ExecutionPlan serial = ExecutionPlan.serial(to - from);
    if (count == items.size()) {
      ParallelMap.mapRange(function, items, from, to, scratch, serial);
      return;
    }
    try {
      ParallelMap.mapRange(function, spread, from, to, scratch, serial);
    } catch (ItemFailedException e) {
      throw inTheList(e);
    }
  }

  @Override
  public ParallelReading parallel(int count, ExecutionPlan plan) {
    spread(count);
    OccupiedTime occupied = new OccupiedTime(nanoClock, true);
    long start = nanoClock.getAsLong();
    if (count == items.size()) {
      ParallelMap.mapRange(function, items, 0, count, scratch, plan, occupied);
    } else {
      try {
        ParallelMap.mapRange(function, spread, 0, count, scratch, plan, occupied);
      } catch (ItemFailedException e) {
        throw inTheList(e);
      }
    }
    double wallNanos = Math.max(1, nanoClock.getAsLong() - start);
    // A virtual thread has no clock of its own: the system knows its carriers only.
    double occupiedNanos =
        plan.executorType() == ExecutorType.VIRTUAL
            ? wallNanos * plan.nJobs()
            : occupied.occupiedNanos();
    return new ParallelReading(
        count,
        wallNanos,
        occupiedNanos,
        occupied.totalCpuNanos(),
        occupied.helpedCpuNanos(),
        occupied.workers(),
        occupied.lockWaits());
  }

  private ItemFailedException inTheList(ItemFailedException e) {
    return new ItemFailedException(spread.originalIndex(e.itemIndex()), e.getCause());
  }

  @Override
  public double sharedMonitor(double mostNanos) {
    int count = (int) Math.max(1, Math.min(items.size(), LOOKED_AT_NANOS / lastItemNanos));
    long start = nanoClock.getAsLong();
    try (LockLooks looks = LockLooks.at(Thread.currentThread(), ListTrial.class, lastItemNanos)) {
      do {
        serial(count);
      } while (!looks.isDone() && nanoClock.getAsLong() - start < mostNanos);
      return looks.mostHeld();
    }
  }

  @Override
  public ThreadClock.Reading threadClock() {
    return ThreadClock.read();
  }

  @Override
  public long allocatedBytes() {
    return AllocationMeter.allocatedBytes();
  }
}
