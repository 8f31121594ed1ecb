package io.amorsize.execution;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads that are inside a run, and how many may be. Half of those that take turns at a
 * monitor are sent away, or all but one where one does everything. They come back after a while,
 * since that may have been a part of the items only; each time threads are in the way again they
 * stay away twice as long.
 */
final class Crowd {

  /** That threads are in the way takes half a millisecond to find, which so costs little. */
  private static final long FIRST_NANOS = 16_000_000;

  private static final long MOST_NANOS = 128_000_000;

  private final AtomicInteger present = new AtomicInteger();
  private final AtomicReference<Limit> limit = new AtomicReference<>(new Limit(0, 0, 0));

  /**
   * A limit for a while.
   *
   * @param most threads that may be in the run; 0 where there is no limit
   * @param untilNanos when it ends
   * @param nanos how long it lasts
   */
  private record Limit(int most, long untilNanos, long nanos) {
    long leftNanos(long nowNanos) {
      return most == 0 ? 0 : Math.max(0, untilNanos - nowNanos);
    }
  }

  /** A thread comes in. */
  void join() {
    present.incrementAndGet();
  }

  /** A thread goes. */
  void leave() {
    present.decrementAndGet();
  }

  /** Sends half of the threads away, unless some are still on their way out. */
  void halve(long nowNanos) {
    int now = present.get();
    sendAway(nowNanos, now, now / 2);
  }

  /** Sends all threads but one away, unless some are still on their way out. */
  void leaveOne(long nowNanos) {
    sendAway(nowNanos, present.get(), 1);
  }

  private void sendAway(long nowNanos, int now, int most) {
    Limit old = limit.get();
    if (now > 1 && (old.leftNanos(nowNanos) == 0 || now <= old.most())) {
      long nanos = old.most() == 0 ? FIRST_NANOS : Math.min(MOST_NANOS, 2 * old.nanos());
      limit.compareAndSet(old, new Limit(most, nowNanos + nanos, nanos));
    }
  }

  /** Whether there are more threads than may be. */
  boolean isTooLarge(long nowNanos) {
    Limit now = limit.get();
    return now.leftNanos(nowNanos) > 0 && present.get() > now.most();
  }

  /** A thread goes if there are too many, and no more of them than that. */
  boolean leaveIfTooLarge(long nowNanos) {
    Limit now = limit.get();
    if (now.leftNanos(nowNanos) == 0) {
      return false;
    }
    int before = present.getAndUpdate(threads -> threads > now.most() ? threads - 1 : threads);
    return before > now.most();
  }

  /** How long those that went are to stay away. */
  long awayNanos(long nowNanos) {
    return limit.get().leftNanos(nowNanos);
  }
}
