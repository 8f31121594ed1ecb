package io.amorsize.execution;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of a {@link WorkerPool}. It stands among the idle ones, or has work given to it, or is
 * about to be given some by whoever took it from the idle ones.
 */
final class PoolThread implements Runnable {

  /** How long a thread looks out for work before it sleeps: about what waking it takes. */
  private static final long LOOK_NANOS = 20_000;

  private final AtomicReference<Runnable> given = new AtomicReference<>();
  private final Deque<PoolThread> idle;
  private final Semaphore lookouts;
  private final long keepAliveNanos;
  private final long maxAgeNanos;
  private final long madeAt = System.nanoTime();
  private Thread thread;

  /**
   * A thread that is not started.
   *
   * @param idle where it stands when it has no work
   * @param lookouts how many threads may look out at once
   * @param keepAlive how long it stands there before it ends
   * @param maxAge from when on it ends after its work
   */
  PoolThread(Deque<PoolThread> idle, Semaphore lookouts, Duration keepAlive, Duration maxAge) {
    this.idle = idle;
    this.lookouts = lookouts;
    this.keepAliveNanos = keepAlive.toNanos();
    this.maxAgeNanos = maxAge.toNanos();
  }

  /** Starts the thread with its first work. */
  Helpers.Invitation start(ThreadFactory factory, Runnable work) {
    given.set(work);
    thread = factory.newThread(this);
    // The pool outlives its first caller and must not keep that caller's class loader alive.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.start();
    return () -> takeBack(work);
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
    while (runGiven() && awaitWork()) {
      // until it is too old, or idle for too long
    }
  }

  /**
   * Runs work, if it was not taken back; false if the thread is too old for more. A method of its
   * own, so that no frame of an idle thread holds on to finished work.
   */
  private boolean runGiven() {
    Runnable work = given.getAndSet(null);
    if (work != null) {
      work.run();
      if (System.nanoTime() - madeAt > maxAgeNanos) {
        return false;
      }
      forgetWork();
      idle.addFirst(this);
    }
    return true;
  }

  /** What the function may have left behind. */
  private void forgetWork() {
    ClassLoader own = ClassLoader.getSystemClassLoader();
    if (thread.getContextClassLoader() != own) {
      thread.setContextClassLoader(own);
    }
    Thread.interrupted();
  }

  /**
   * Stays awake for a moment, since calls often follow each other. It yields, since it may have
   * been woken on the very processor that the caller works on.
   */
  @SuppressWarnings("ThreadPriorityCheck") // yielding is for speed, nothing waits for it
  private void lookOut() {
    if (lookouts.tryAcquire()) {
      long start = System.nanoTime();
      while (given.get() == null && System.nanoTime() - start < LOOK_NANOS) {
        Thread.yield();
      }
      lookouts.release();
    }
  }

  /** Waits for work; false if none came for so long that the thread should end. */
  private boolean awaitWork() {
    lookOut();
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
