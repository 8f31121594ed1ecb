package io.amorsize.execution;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The threads of one run: its caller, and the helpers that are invited until the caller closes. */
final class RunThreads {

  /**
   * How long the caller looks out for the last helper before it sleeps. Falling asleep and being
   * woken take about as long, so it wastes at most as much again (Karlin et al., Algorithmica 3,
   * 1988). It does not where there is no second processor.
   */
  private static final long LOOK_NANOS =
      Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;

  /** To be woken and to take a monitor takes about so long. */
  private static final long PAUSE_NANOS = 30_000;

  private static final int MOST_PAUSES = 8;

  private final Helpers helpers;
  private final Consumer<Seat> work;
  private final Seat callersSeat = new Seat();
  private final Queue<Seat> seats = new ConcurrentLinkedQueue<>(List.of(callersSeat));
  private final AtomicInteger invitable;
  private volatile boolean closed;
  private volatile Thread sleeper;

  /**
   * The threads of a run that nobody has joined.
   *
   * @param mostHelpers most threads beside the caller
   * @param helpers who may be invited
   * @param work what a helper does with its seat, {@link #leave leaving} included
   */
  RunThreads(int mostHelpers, Helpers helpers, Consumer<Seat> work) {
    this.helpers = helpers;
    this.work = work;
    this.invitable = new AtomicInteger(mostHelpers);
  }

  /** The seat of the thread that opens and closes the run. */
  Seat callersSeat() {
    return callersSeat;
  }

  /** Invites some more helpers, if so many may still come. */
  void invite(int some) {
    try {
      for (int i = 0; i < some && invitable.getAndDecrement() > 0; i++) {
        Seat seat = another();
        if (seat.isGone()) {
          return;
        }
        seat.reservedFor(helpers.invite(() -> work.accept(seat)));
      }
    } catch (OutOfMemoryError e) {
      // No thread to be had: those that are there do the work that it would have shared.
      invitable.set(0);
    }
  }

  /** A seat for a helper; gone if nobody is let in any more. */
  Seat another() {
    Seat seat = new Seat();
    seats.add(seat);
    if (closed) {
      seat.remove();
    }
    return seat;
  }

  /**
   * Lets threads that wait for a monitor have it: whoever gives it back and takes it again at once
   * is faster than those that it wakes.
   */
  void letOthersThrough() {
    for (int i = 0; i < MOST_PAUSES && areOthersBlocked(); i++) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** Whether threads beside the current one sit in the run, and all of them wait for monitors. */
  boolean areOthersBlocked() {
    boolean blocked = false;
    for (Seat seat : seats) {
      if (seat.isOthers()) {
        if (!seat.isBlocked()) {
          return false;
        }
        blocked = true;
      }
    }
    return blocked;
  }

  /** Whether a thread beside the current one sits in the run and waits for a monitor. */
  boolean isAnotherBlocked() {
    for (Seat seat : seats) {
      if (seat.isOthers() && seat.isBlocked()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a helper was invited. */
  boolean haveHelpers() {
    return seats.size() > 1;
  }

  /** Lets the thread on a seat go. */
  void leave(Seat seat) {
    seat.leave();
    Thread waiting = sleeper;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  /** Lets nobody in any more and interrupts all but the current thread. */
  void interruptOthers() {
    closed = true;
    seats.forEach(RunThreads::interruptOther);
  }

  private static void interruptOther(Seat seat) {
    if (!seat.remove()) {
      seat.interruptOther();
    }
  }

  /**
   * Lets nobody in any more and waits until all helpers have left; the caller has.
   *
   * @param onInterrupt run if the waiting thread is interrupted; the wait then goes on, since
   *     helpers still hold the caller's items, and the flag is set again at the end
   */
  void closeAndWait(Runnable onInterrupt) {
    closed = true;
    boolean interrupted = false;
    long start = System.nanoTime();
    for (Seat seat : seats) {
      while (!seat.remove()) {
        if (Thread.interrupted()) {
          interrupted = true;
          onInterrupt.run();
        }
        waitFor(seat, start);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** It yields, since the helper may be about to run on the very processor of the caller. */
  @SuppressWarnings("ThreadPriorityCheck") // yielding is for speed, nothing depends on it
  private void waitFor(Seat seat, long start) {
    if (System.nanoTime() - start < LOOK_NANOS) {
      Thread.yield();
      return;
    }
    sleeper = Thread.currentThread();
    if (!seat.isGone()) {
      LockSupport.park(this);
    }
  }
}
