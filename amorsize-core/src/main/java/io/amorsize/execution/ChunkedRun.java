package io.amorsize.execution;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One pass over a part of a list. The caller and its helpers take chunks until none is left; the
 * caller then closes the run and waits only for helpers that are inside a chunk. A helper that
 * wakes late finds its seat gone, so a busy pool delays nobody.
 */
final class ChunkedRun {

  /**
   * The caller works alone for this long, which is about what it costs it to wake a helper: a run
   * that is over by then wakes nobody, and any other loses less than that.
   */
  private static final long ALONE_NANOS = 5_000;

  /** With fewer items for each thread, one of them may be too large a part to do alone. */
  private static final int ITEMS_TO_BEGIN_ALONE = 64;

  /** Most items between two looks at the clock, which takes as long as some small items. */
  private static final int ITEMS_BETWEEN_LOOKS = 8;

  /** Each thread wakes two more, so that many are awake after few wake-up times. */
  private static final int INVITED_BY_EACH = 2;

  private static final int NO_ITEM = -1;

  /** Whether a run has ever called helpers in this JVM: the first one loads classes. */
  private static volatile boolean warm;

  private final Mapping<?, ?> mapping;
  private final TaperedChunks chunks;
  private final RunThreads threads;
  private final boolean beginsAlone;
  private final LongSupplier nanoClock;
  private final Crowd crowd = new Crowd();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicInteger failedItem = new AtomicInteger(NO_ITEM);
  private Throwable failure;

  /**
   * A run that has not begun.
   *
   * @param chunks the positions of the items that it runs
   * @param nJobs most threads, the caller included
   * @param helpers who may help the caller
   * @param nanoClock says how long the caller has worked alone
   */
  ChunkedRun(
      Mapping<?, ?> mapping,
      TaperedChunks chunks,
      int nJobs,
      Helpers helpers,
      LongSupplier nanoClock) {
    this.mapping = mapping;
    this.chunks = chunks;
    this.threads = new RunThreads(Math.min(nJobs, chunks.left()) - 1, helpers, this::help);
    this.beginsAlone = chunks.left() / ITEMS_TO_BEGIN_ALONE >= nJobs;
    this.nanoClock = nanoClock;
  }

  static boolean isWarm() {
    return warm;
  }

  /** Runs every item and returns when all results stand in the array. */
  void run() {
    if (Thread.currentThread().isInterrupted()) {
      throw mapping.interrupted();
    }
    try {
      threads.callersSeat().take();
      work(threads.callersSeat(), beginsAlone);
    } finally {
      threads.closeAndWait(this::cancel);
    }
    if (failedItem.get() != NO_ITEM) {
      throw new ItemFailedException(failedItem.get(), failure);
    }
    if (cancelled.get()) {
      throw mapping.interrupted();
    }
    if (!warm && threads.haveHelpers()) {
      warm = true;
    }
  }

  /** A helper that was sent away comes back after a while, if the run still goes on. */
  private void help(Seat invited) {
    for (Seat seat = invited; seat.take(); seat = threads.another()) {
      if (!work(seat, false)) {
        return;
      }
      LockSupport.parkNanos(this, crowd.awayNanos(nanoClock.getAsLong()));
    }
  }

  /** Works until no chunk is left, or until there are too many threads; true in this case. */
  private boolean work(Seat seat, boolean alone) {
    boolean[] mark = Nesting.mark();
    boolean nested = mark[0];
    boolean sentAway = false;
    crowd.join();
    try {
      mark[0] = true;
      mapping.listener().began();
      sentAway = takeChunks(alone, seat == threads.callersSeat());
      return sentAway;
    } finally {
      mark[0] = nested;
      if (!sentAway) {
        crowd.leave();
      }
      threads.leave(seat);
    }
  }

  private boolean takeChunks(boolean alone, boolean calls) {
    try {
      if (alone) {
        beginAlone();
      } else {
        inviteHelpers();
      }
      long start = nanoClock.getAsLong();
      ClockPace pace = new ClockPace(start);
      LockWatch watch =
          new LockWatch(
              start, -chunks.left(), threads::areOthersBlocked, threads::isAnotherBlocked);
      long own = 0;
      for (long chunk = nextChunk(); chunk != TaperedChunks.NONE; chunk = nextChunk()) {
        int from = TaperedChunks.from(chunk);
        int to = TaperedChunks.to(chunk);
        runItems(from, to);
        own += to - from;
        if (pace.isDue()) {
          long now = nanoClock.getAsLong();
          pace.looked(now);
          sendOthersAway(watch.look(now, -chunks.left() - own), now);
          if (isSentAway(now, calls)) {
            return true;
          }
        }
      }
      return false;
    } finally {
      mapping.listener().ended();
    }
  }

  private void sendOthersAway(LockWatch.Turns turns, long now) {
    switch (turns) {
      case TAKEN -> crowd.halve(now);
      case ALL_MINE -> crowd.leaveOne(now);
      case NONE -> {}
    }
  }

  private boolean isSentAway(long now, boolean calls) {
    if (calls && crowd.isTooLarge(now)) {
      threads.letOthersThrough();
    }
    return !calls && crowd.leaveIfTooLarge(now);
  }

  private void inviteHelpers() {
    if (chunks.left() > 0) {
      threads.invite(INVITED_BY_EACH);
    }
  }

  /** Takes chunks, and in the middle of the chunk that lasts too long invites helpers. */
  private void beginAlone() {
    long start = nanoClock.getAsLong();
    int block = 1;
    for (long chunk = nextChunk(); chunk != TaperedChunks.NONE; chunk = nextChunk()) {
      int to = TaperedChunks.to(chunk);
      for (int from = TaperedChunks.from(chunk); from < to; from += block) {
        block = Math.min(2 * block, ITEMS_BETWEEN_LOOKS);
        runItems(from, Math.min(to, from + block));
        if (nanoClock.getAsLong() - start > ALONE_NANOS) {
          inviteHelpers();
          runItems(Math.min(to, from + block), to);
          return;
        }
      }
    }
  }

  private long nextChunk() {
    if (cancelled.get()) {
      return TaperedChunks.NONE;
    }
    long chunk = chunks.take();
    if (chunk != TaperedChunks.NONE && Thread.currentThread().isInterrupted()) {
      cancel();
      return TaperedChunks.NONE;
    }
    return chunk;
  }

  private void runItems(int from, int to) {
    int at = from;
    try {
      for (; at < to && !cancelled.get(); at++) {
        mapping.apply(at);
      }
    } catch (Throwable e) {
      fail(at, e);
    }
  }

  /** Allocates nothing before the failure is recorded: it may be that memory is out. */
  private void fail(int item, Throwable thrown) {
    if (failedItem.compareAndSet(NO_ITEM, item)) {
      failure = thrown;
    }
    cancel();
  }

  /**
   * Only the first call interrupts: those interrupted may fail, and must not interrupt the first.
   */
  private void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      threads.interruptOthers();
    }
  }
}
