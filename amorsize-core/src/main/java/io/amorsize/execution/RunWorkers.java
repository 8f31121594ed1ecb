package io.amorsize.execution;

import java.util.HashSet;
import java.util.Set;

/** The threads that are inside one run at the moment: its caller and its helpers. */
final class RunWorkers {

  private final Set<Thread> inside = new HashSet<>();
  private final Set<Thread> interrupted = new HashSet<>();
  private boolean closed;
  private boolean cancelled;

  /** Lets the current thread in, unless the run is over. */
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    inside.add(Thread.currentThread());
    return true;
  }

  /** Takes the current thread out and clears an interrupt that was meant for this run only. */
  synchronized void leave() {
    Thread self = Thread.currentThread();
    inside.remove(self);
    if (interrupted.remove(self)) {
      Thread.interrupted();
    }
    notifyAll();
  }

  /**
   * Lets nobody in any more and interrupts the others, so that one that waits gives up. Only the
   * first call does: those interrupted may fail in their turn, and must not interrupt the first.
   */
  synchronized void interruptOthers() {
    if (cancelled) {
      return;
    }
    cancelled = true;
    closed = true;
    for (Thread worker : inside) {
      if (worker != Thread.currentThread() && interrupted.add(worker)) {
        worker.interrupt();
      }
    }
  }

  /**
   * Lets nobody in any more and waits until all are out.
   *
   * @param onInterrupt run if the waiting thread is interrupted; the wait then goes on, since
   *     workers still hold the caller's items, and the flag is set again at the end
   */
  void closeAndWait(Runnable onInterrupt) {
    boolean wasInterrupted = false;
    synchronized (this) {
      closed = true;
    }
    while (true) {
      try {
        awaitEmpty();
        break;
      } catch (InterruptedException e) {
        wasInterrupted = true;
        onInterrupt.run();
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitEmpty() throws InterruptedException {
    while (!inside.isEmpty()) {
      wait();
    }
  }
}
