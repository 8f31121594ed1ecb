package io.amorsize.optimizer;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Runs chunks by their number and times them, so that it is seen whether threads meet. When that is
 * known, or when time is up, further calls do nothing.
 */
final class MeetingLog implements Function<Integer, Object> {

  /** More meetings say no more. */
  private static final int MOST_MET = 64;

  /** After so many meetings it is known whether threads wait for each other. */
  private static final int ENOUGH_MET = 6;

  /** Threads seen to wait for others so often share a lock. */
  private static final int ENOUGH_WAITS = 8;

  private final IntConsumer chunk;
  private final LongSupplier nanoClock;
  private final long begunNanos;
  private final double mostNanos;
  private final AtomicReference<End> latest = new AtomicReference<>(new End(null, -1, -1));
  private final AtomicLong least = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger chunks = new AtomicInteger();
  private final AtomicInteger met = new AtomicInteger();
  private final long[] gaps = new long[MOST_MET];
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
  private final AtomicInteger seenWaiting = new AtomicInteger();
  private volatile boolean done;

  /**
   * A log that is empty.
   *
   * @param chunk runs a chunk
   * @param mostNanos time from now after which no further one is begun
   */
  MeetingLog(IntConsumer chunk, LongSupplier nanoClock, double mostNanos) {
    this.chunk = chunk;
    this.nanoClock = nanoClock;
    this.begunNanos = nanoClock.getAsLong();
    this.mostNanos = mostNanos;
  }

  /** The latest end of a chunk, and the latest of any other thread's. */
  private record End(Thread thread, long nanos, long othersNanos) {
    End followedBy(Thread next, long nextNanos) {
      return new End(next, nextNanos, thread == null || thread == next ? othersNanos : nanos);
    }
  }

  @Override
  public Object apply(Integer number) {
    if (done) {
      return null;
    }
    Thread thread = Thread.currentThread();
    inside.add(thread);
    long start = spentNanos();
    chunk.accept(number);
    ended(thread, start, spentNanos());
    return null;
  }

  /** Time since the log was begun. */
  long spentNanos() {
    return nanoClock.getAsLong() - begunNanos;
  }

  private void ended(Thread thread, long start, long now) {
    inside.remove(thread);
    chunks.incrementAndGet();
    least.accumulateAndGet(now - start, Math::min);
    End end;
    End before;
    do {
      before = latest.get();
      end = before.followedBy(thread, now);
    } while (!latest.compareAndSet(before, end));
    if (end.othersNanos() > start && end.othersNanos() <= now) {
      long gap = now - end.othersNanos();
      int place = met.getAndIncrement();
      if (place < MOST_MET) {
        gaps[place] = gap;
      }
    }
    lookAtOthers();
    if (met.get() >= ENOUGH_MET || seenWaiting.get() >= ENOUGH_WAITS || now >= mostNanos) {
      done = true;
    }
  }

  private void lookAtOthers() {
    for (Thread other : inside) {
      if (other.getState() != Thread.State.RUNNABLE) {
        seenWaiting.incrementAndGet();
      }
    }
  }

  /** Whether chunks were under way when another thread ended one. */
  boolean hasMet() {
    return met.get() > 0;
  }

  /**
   * What was seen.
   *
   * @param wallNanos time in which the chunks were run, above 0
   * @param alone chunks that were run alone afterwards
   * @param waits times that a thread had to wait for another one, where the JVM tells
   */
  Meeting meeting(double wallNanos, MeetingLog alone, long waits) {
    double chunkNanos = Math.max(1, Math.min(alone.least.get(), least.get()));
    int known = Math.min(MOST_MET, met.get());
    long[] sorted = Arrays.copyOf(gaps, known);
    Arrays.sort(sorted);
    return new Meeting(
        chunks.get(),
        wallNanos,
        chunkNanos,
        known,
        known == 0 ? 0 : Math.max(1, sorted[known / 2]),
        waits);
  }
}
