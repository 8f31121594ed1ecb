package io.amorsize.execution;

import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of a {@link WorkerPool}. It stands among the idle ones, or has work given to it, or is
 * about to be given some by whoever took it from the idle ones.
 */
final class PoolThread implements Runnable {

  private final AtomicReference<Runnable> given;
  private final Deque<PoolThread> idle;
  private final long keepAliveNanos;
  private final Thread thread;

  private PoolThread(
      Runnable work, ThreadFactory factory, Deque<PoolThread> idle, long keepAliveNanos) {
    this.given = new AtomicReference<>(work);
    this.idle = idle;
    this.keepAliveNanos = keepAliveNanos;
    this.thread = factory.newThread(this);
  }

  /** Starts a thread with its first work. */
  static Helpers.Invitation started(
      Runnable work, ThreadFactory factory, Deque<PoolThread> idle, long keepAliveNanos) {
    PoolThread made = new PoolThread(work, factory, idle, keepAliveNanos);
    // The pool outlives its first caller and must not keep that caller's class loader alive.
    made.thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    made.thread.start();
    return () -> made.takeBack(work);
  }

  /** Gives work to a thread that the current one took from the idle ones. */
  Helpers.Invitation give(Runnable work) {
    given.set(work);
    LockSupport.unpark(thread);
    return () -> takeBack(work);
  }

  private void takeBack(Runnable work) {
    if (given.compareAndSet(work, null)) {
      idle.addFirst(this);
    }
  }

  @Override
  public void run() {
    do {
      runGiven();
    } while (awaitWork());
  }

  /** A method of its own, so that no frame of an idle thread holds on to finished work. */
  private void runGiven() {
    Runnable work = given.getAndSet(null);
    if (work == null) {
      return;
    }
    work.run();
    forgetWork();
    idle.addFirst(this);
  }

  /** What the function may have left behind. */
  private void forgetWork() {
    ClassLoader own = ClassLoader.getSystemClassLoader();
    if (thread.getContextClassLoader() != own) {
      thread.setContextClassLoader(own);
    }
    Thread.interrupted();
  }

  /** Waits for work; false if none came for so long that the thread should end. */
  private boolean awaitWork() {
    long idleSince = System.nanoTime();
    while (given.get() == null) {
      long left = keepAliveNanos - (System.nanoTime() - idleSince);
      if (left > 0) {
        LockSupport.parkNanos(this, left);
        Thread.interrupted();
      } else if (idle.remove(this)) {
        return false;
      } else {
        idleSince = System.nanoTime(); // taken from the idle ones: work is about to come
      }
    }
    return true;
  }
}
