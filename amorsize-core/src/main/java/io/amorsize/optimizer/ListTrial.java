package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import io.amorsize.execution.WorkerListener;
import io.amorsize.host.ThreadClock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntConsumer;
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

  private final Function<? super T, ? extends R> function;
  private final List<? extends T> items;
  private final LongSupplier nanoClock;
  private SpreadOrder<T> spread;
  private Object[] scratch = {};
  private double lastItemNanos = LEAST_BLOCK_NANOS;

  ListTrial(
      Function<? super T, ? extends R> function, List<? extends T> items, LongSupplier nanoClock) {
    this.function = function;
    this.items = items;
    this.spread = SpreadOrder.forPrefix(items, 1);
    this.nanoClock = nanoClock;
  }

  @Override
  public int items() {
    return items.size();
  }

  @Override
  public SerialReading serial(int count) {
    prepare(count);
    int blockSize =
        (int) Math.max(count / (double) MOST_BLOCKS, LEAST_BLOCK_NANOS / lastItemNanos) + 1;
    BlockTimes times = new BlockTimes(blockSize);
    long start = nanoClock.getAsLong();
    long last = start;
    for (int from = 0; from < count; from += blockSize) {
      int to = Math.min(count, from + blockSize);
      run(count, from, to);
      long now = nanoClock.getAsLong();
      times.add(to - from, now - last);
      last = now;
    }
    double wallNanos = Math.max(1, last - start);
    lastItemNanos = wallNanos / count;
    return new SerialReading(count, wallNanos, times.itemSdNanos());
  }

  /** Gets ready for so many items; results of a long list are not all needed at first. */
  private void prepare(int count) {
    if (scratch.length < count) {
      scratch = new Object[Math.min(items.size(), Math.max(count, 2 * scratch.length))];
    }
    if (!spread.isFor(count)) {
      spread = SpreadOrder.forPrefix(items, count);
    }
  }

  private void run(int count, int from, int to) {
    run(count, from, to, ExecutionPlan.serial(to - from), WorkerListener.NONE);
  }

  private void run(int count, int from, int to, ExecutionPlan plan, WorkerListener listener) {
    if (count == items.size()) {
      ParallelMap.mapRange(function, items, from, to, scratch, plan, listener);
      return;
    }
    try {
      ParallelMap.mapRange(function, spread, from, to, scratch, plan, listener);
    } catch (ItemFailedException e) {
      throw new ItemFailedException(spread.originalIndex(e.itemIndex()), e.getCause());
    }
  }

  @Override
  public ParallelReading parallel(int count, ExecutionPlan plan) {
    prepare(count);
    OccupiedTime occupied = new OccupiedTime(nanoClock, true);
    long start = nanoClock.getAsLong();
    run(count, 0, count, plan, occupied);
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
        occupied.workers(),
        occupied.lockWaits());
  }

  @Override
  public Meeting meet(int chunks, ExecutionPlan plan, double mostNanos, double untilMetNanos) {
    int size = plan.chunkSize();
    int count = (int) Math.min(items.size(), (long) chunks * size);
    prepare(count);
    int different = (count + size - 1) / size;
    IntConsumer chunk =
        number -> {
          int from = number % different * size;
          run(count, from, Math.min(count, from + size));
        };
    OccupiedTime occupied = new OccupiedTime(nanoClock, true);
    MeetingLog log = new MeetingLog(chunk, chunks, nanoClock, mostNanos, untilMetNanos);
    // Each thread takes chunks of the log until that ends; then none is left to be skipped.
    List<Integer> threads = Collections.nCopies(plan.nJobs(), 0);
    Object[] none = new Object[plan.nJobs()];
    ExecutionPlan each = new ExecutionPlan(plan.nJobs(), 1, plan.executorType());
    try {
      ParallelMap.mapRange(log, threads, 0, none.length, none, each, occupied);
      Meeting meeting = log.meeting(occupied.lockWaits());
      // What waits where nobody else is waits for no other thread.
      boolean waitsAlone = meeting.waits() > 0 && MeetingLog.waits(() -> chunk.accept(0)) > 0;
      return waitsAlone ? new Meeting(meeting.met(), 0, meeting.apart()) : meeting;
    } catch (ItemFailedException e) {
      // What failed is an item of a chunk, or the thread was interrupted inside one.
      Throwable cause = e.getCause();
      throw cause instanceof ItemFailedException || cause instanceof CancellationException
          ? (RuntimeException) cause
          : e;
    }
  }

  @Override
  public ThreadClock.Reading threadClock() {
    return ThreadClock.readAfter();
  }

  @Override
  public ThreadClock.Reading threadClockBefore() {
    return ThreadClock.readBefore();
  }

  @Override
  public long switches() {
    return ThreadClock.switches();
  }

  @Override
  public long allocatedBytes() {
    return AllocationMeter.allocatedBytes();
  }
}
