package io.amorsize.execution;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place for one thread in a run. It is free, then taken, then gone; or it goes while it is free,
 * and nobody can take it any more. A thread can be interrupted only while it sits, and takes no
 * interrupt of the run with it when it leaves.
 */
final class Seat {

  private static final int FREE = 0;
  private static final int TAKEN = 1;
  private static final int INTERRUPTING = 2;
  private static final int INTERRUPTED = 3;
  private static final int GONE = 4;

  private final AtomicInteger state = new AtomicInteger(FREE);
  private volatile Thread sitter;
  private volatile Helpers.Invitation invitation;

  /** Whose seat this is, so that the invitation can be taken back with it. */
  void reservedFor(Helpers.Invitation invited) {
    invitation = invited;
  }

  /** Seats the current thread; false if the seat is gone. */
  boolean take() {
    sitter = Thread.currentThread();
    return state.compareAndSet(FREE, TAKEN);
  }

  /** Lets the thread that sits here go and clears an interrupt that was meant for the run only. */
  void leave() {
    if (!state.compareAndSet(TAKEN, GONE)) {
      while (state.get() == INTERRUPTING) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
      state.set(GONE);
    }
  }

  /** Takes a free seat away and the invitation back; false if somebody sits here. */
  boolean remove() {
    if (state.compareAndSet(FREE, GONE)) {
      Helpers.Invitation open = invitation;
      if (open != null) {
        open.retract();
      }
    }
    return isGone();
  }

  /** Interrupts the thread that sits here, unless it is the current one. */
  void interruptOther() {
    if (sitter != Thread.currentThread() && state.compareAndSet(TAKEN, INTERRUPTING)) {
      sitter.interrupt();
      state.set(INTERRUPTED);
    }
  }

  /** Whether a thread other than the current one sits here. */
  boolean isOthers() {
    return state.get() == TAKEN && sitter != Thread.currentThread();
  }

  /** Whether the thread that sits here waits for a monitor. */
  boolean isBlocked() {
    Thread thread = sitter;
    return thread != null && thread.getState() == Thread.State.BLOCKED;
  }

  /** Whether nobody sits here and nobody will. */
  boolean isGone() {
    return state.get() == GONE;
  }
}
