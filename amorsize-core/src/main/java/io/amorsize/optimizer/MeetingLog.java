package io.amorsize.optimizer;

import io.amorsize.host.ThreadClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Runs chunks one after another in each thread that calls it, so that it is seen whether threads
 * meet. When that is known, when time is up, when no chunk is left or when one fails, all of them
 * end.
 *
 * <p>Threads that share one core would run many chunks each before they take turns, and often at
 * the border of two. So all but the first one pause before each of their chunks: who wakes up is
 * run soon, in the middle of the chunk that the first one is at.
 */
final class MeetingLog implements Function<Object, Object> {

  /** After so many meetings it is known whether threads wait for each other. */
  private static final int ENOUGH_MET = 6;

  /** Threads seen to wait for others so often share a lock. */
  private static final int ENOUGH_WAITS = 8;

  /** Of the order of a chunk, so that those who pause do as much as they leave to the first. */
  private static final long PAUSE_NANOS = 50_000;

  /** Who has not come after so long may be waiting for the very core of the first one. */
  private static final long LATE_NANOS = 100_000;

  private final IntConsumer chunk;
  private final int chunks;
  private final LongSupplier nanoClock;
  private final long begunNanos;
  private final double mostNanos;
  private final double untilMetNanos;
  private final Thread first = Thread.currentThread();
  private final AtomicReference<End> latest = new AtomicReference<>(new End(null, -1, -1));
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger met = new AtomicInteger();
  private final AtomicLong shortest = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong closest = new AtomicLong(Long.MAX_VALUE);
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
  private final Set<Thread> pausing = ConcurrentHashMap.newKeySet();
  private final AtomicInteger seenWaiting = new AtomicInteger();
  private final LongAdder pauses = new LongAdder();
  private volatile boolean othersCame;
  private volatile boolean done;
  private long steppedAsideNanos;

  /**
   * A log that is empty, of the calling thread and those that help it.
   *
   * @param chunk runs the chunk of a number
   * @param chunks how many there are; their numbers are from 0
   * @param mostNanos time from now after which no further one is begun
   * @param untilMetNanos the same as long as no thread met another, at least {@code mostNanos}
   */
  MeetingLog(
      IntConsumer chunk,
      int chunks,
      LongSupplier nanoClock,
      double mostNanos,
      double untilMetNanos) {
    this.chunk = chunk;
    this.chunks = chunks;
    this.nanoClock = nanoClock;
    this.begunNanos = nanoClock.getAsLong();
    this.mostNanos = mostNanos;
    this.untilMetNanos = untilMetNanos;
  }

  /** The latest end of a chunk, and the latest of any other thread's. */
  private record End(Thread thread, long nanos, long othersNanos) {
    End followedBy(Thread next, long nextNanos) {
      return new End(next, nextNanos, thread == null || thread == next ? othersNanos : nanos);
    }
  }

  @Override
  public Object apply(Object ignored) {
    try {
      for (int number = next.getAndIncrement();
          number < chunks && !done;
          number = next.getAndIncrement()) {
        run(number);
      }
    } finally {
      end();
    }
    return null;
  }

  /** Runs one chunk, unless it is over. */
  void run(int number) {
    Thread thread = Thread.currentThread();
    if (thread != first) {
      othersCame = true;
      pauses.add(waits(() -> pause(thread)));
    }
    if (done) {
      return;
    }
    inside.add(thread);
    long start = spentNanos();
    chunk.accept(number);
    ended(thread, start);
    if (!othersCame) {
      stepAside();
    }
  }

  private void end() {
    done = true;
    pausing.forEach(LockSupport::unpark);
  }

  /**
   * Waits for a moment, or until whoever sees that it is over wakes this one: a timer of the host's
   * may be milliseconds late.
   */
  private void pause(Thread thread) {
    pausing.add(thread);
    if (!done) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
    pausing.remove(thread);
  }

  /** Times that the calling thread waits while it does something, where the JVM tells. */
  static long waits(Runnable something) {
    long before = ThreadClock.lockWaits();
    something.run();
    return ThreadClock.lockWaits() - before;
  }

  /** Called by the first thread only. */
  @SuppressWarnings("ThreadPriorityCheck") // yielding is for speed, nothing depends on it
  private void stepAside() {
    if (spentNanos() - steppedAsideNanos > LATE_NANOS) {
      Thread.yield();
      steppedAsideNanos = spentNanos();
    }
  }

  private long spentNanos() {
    return nanoClock.getAsLong() - begunNanos;
  }

  private void ended(Thread thread, long start) {
    inside.remove(thread);
    End end;
    End before;
    long now;
    do {
      // In this order, so that what is noted later is later: of two that end at once, one sees it.
      before = latest.get();
      now = spentNanos();
      end = before.followedBy(thread, now);
    } while (!latest.compareAndSet(before, end));
    if (end.othersNanos() >= 0) {
      closest.accumulateAndGet(now - end.othersNanos(), Math::min);
    }
    shortest.accumulateAndGet(now - start, Math::min);
    if (end.othersNanos() > start) {
      met.incrementAndGet();
    }
    lookAtOthers();
    if (met.get() >= ENOUGH_MET
        || seenWaiting.get() >= ENOUGH_WAITS
        || now >= (meeting(0).isKnown() ? mostNanos : untilMetNanos)) {
      end();
    }
  }

  private void lookAtOthers() {
    for (Thread other : inside) {
      if (other.getState() != Thread.State.RUNNABLE) {
        seenWaiting.incrementAndGet();
      }
    }
  }

  /**
   * What was seen, of chunks that are alike.
   *
   * @param waits times that a thread waited, where the JVM tells, pauses included
   */
  Meeting meeting(long waits) {
    double shortestNanos = Math.max(1, shortest.get());
    double apart =
        closest.get() == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : closest.get() / shortestNanos;
    return new Meeting(met.get(), Math.max(0, waits - pauses.sum()), apart);
  }
}
