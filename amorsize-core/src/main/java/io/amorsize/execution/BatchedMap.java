package io.amorsize.execution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps a source that can be read once and may never end: batch after batch, on the thread that asks
 * for the results and its helpers. The first batches show what an item costs, then one is planned,
 * and its plan serves the later ones; a serial plan does not, since the batch may have been too
 * short to tell. The function is called exactly once for each item read.
 *
 * <p>Between two batches nothing runs and no thread is held.
 */
public final class BatchedMap<T, R> {

  /** Items of the largest batch of a list, which holds all results anyway. */
  private static final int MOST_FOR_LIST = 1 << 16;

  /** Items of the largest batch of a stream: how far it reads ahead of its consumer. */
  public static final int LOOK_AHEAD = 1024;

  private final Function<? super T, ? extends R> function;
  private final Iterator<? extends T> source;
  private final Planner<T, R> planner;
  private final LongSupplier nanoClock;
  private BatchSize size = new BatchSize(MOST_FOR_LIST);
  private ExecutionPlan plan;
  private long itemsBefore;

  /** Maps a list while it finds out how the rest of it should be mapped. */
  @FunctionalInterface
  public interface Planner<T, R> {

    /**
     * Calls the function exactly once for each item.
     *
     * @param results takes the result of item i at i
     * @return the plan for more items of this kind
     */
    ExecutionPlan mapInto(
        Function<? super T, ? extends R> function, List<? extends T> items, Object[] results);
  }

  /**
   * A map that has read nothing yet.
   *
   * @param function safe to call from several threads
   * @param source the items; read by the thread that asks for results alone
   * @param planner makes the plan
   */
  public BatchedMap(
      Function<? super T, ? extends R> function,
      Iterator<? extends T> source,
      Planner<T, R> planner) {
    this(function, source, planner, System::nanoTime);
  }

  BatchedMap(
      Function<? super T, ? extends R> function,
      Iterator<? extends T> source,
      Planner<T, R> planner,
      LongSupplier nanoClock) {
    this.function = requireNonNull(function, "function is null");
    this.source = requireNonNull(source, "items is null");
    this.planner = planner;
    this.nanoClock = nanoClock;
  }

  /**
   * Maps all items.
   *
   * @return the results in the order of the source, unmodifiable
   * @throws ItemFailedException if the function throws
   * @throws CancellationException if the thread is interrupted; its flag stays set
   */
  public List<R> toList() {
    List<R> all = new ArrayList<>();
    for (List<R> batch = next(); !batch.isEmpty(); batch = next()) {
      all.addAll(batch);
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * Maps items when a consumer asks for their results, at most {@link #LOOK_AHEAD} ahead of it.
   * Closing the stream ends it.
   *
   * @return a sequential stream of the results in the order of the source; it throws what {@link
   *     #toList} throws, in place of the results of the batch that failed
   */
  public Stream<R> stream() {
    size = new BatchSize(LOOK_AHEAD);
    LazyResults<R> results = new LazyResults<>(this::next);
    return StreamSupport.stream(results, false).onClose(results::end);
  }

  /** The results of the next batch; none if the source has ended. */
  private List<R> next() {
    long start = nanoClock.getAsLong();
    List<T> items = read();
    if (items.isEmpty()) {
      return List.of();
    }
    Object[] results = new Object[items.size()];
    long readEnd = nanoClock.getAsLong();
    try {
      run(items, results);
    } catch (ItemFailedException e) {
      throw e.after(itemsBefore);
    }
    long end = nanoClock.getAsLong();
    if (size.isProbed()) {
      size.planned(plan.nJobs(), items.size(), end - start);
    } else {
      size.unplanned(items.size(), readEnd - start, end - readEnd);
    }
    itemsBefore += items.size();
    return ParallelMap.asResults(results);
  }

  private List<T> read() {
    List<T> items = new ArrayList<>();
    while (items.size() < size.items() && source.hasNext()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException(
            "interrupted while mapping, after " + itemsBefore + " items");
      }
      items.add(source.next());
    }
    return items;
  }

  private void run(List<T> items, Object[] results) {
    boolean decided = plan != null && !plan.isSerial();
    if (size.isProbed() && !decided) {
      plan = planner.mapInto(function, items, results);
      return;
    }
    ExecutionPlan known = plan == null ? ExecutionPlan.serial(items.size()) : plan;
    ParallelMap.mapRange(function, items, 0, items.size(), results, known);
  }
}
