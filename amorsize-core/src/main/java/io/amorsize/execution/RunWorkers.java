package io.amorsize.execution;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The threads that are inside one run at the moment: its caller and its helpers.
 *
 * <p>A lock, not a monitor: before Java 24 a virtual thread that waits in a monitor keeps its
 * carrier, which the helpers that it waits for may need (JEP 491).
 */
final class RunWorkers {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition allOut = lock.newCondition();
  private final Set<Thread> inside = new HashSet<>();
  private final Set<Thread> interrupted = new HashSet<>();
  private boolean closed;
  private boolean cancelled;

  /** Lets the current thread in, unless the run is over. */
  boolean enter() {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      inside.add(Thread.currentThread());
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the current thread out and clears an interrupt that was meant for this run only. */
  void leave() {
    lock.lock();
    try {
      Thread self = Thread.currentThread();
      inside.remove(self);
      if (interrupted.remove(self)) {
        Thread.interrupted();
      }
      if (inside.isEmpty()) {
        allOut.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets nobody in any more and interrupts the others, so that one that waits gives up. Only the
   * first call does: those interrupted may fail in their turn, and must not interrupt the first.
   */
  void interruptOthers() {
    lock.lock();
    try {
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
    } finally {
      lock.unlock();
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

  private void awaitEmpty() throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      while (!inside.isEmpty()) {
        allOut.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
