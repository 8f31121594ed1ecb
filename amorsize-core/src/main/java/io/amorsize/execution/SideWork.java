package io.amorsize.execution;

import static java.util.Objects.requireNonNull;

/**
 * Work that goes on beside its caller on a thread of the shared pool. A thread that was asleep is
 * given a core sooner than one that was just made.
 */
public final class SideWork {

  private SideWork() {}

  /**
   * Asks one thread to do some work, soon or, where no thread is to be had, never; does not wait.
   *
   * @param work ends by itself; must not throw
   */
  public static void begin(Runnable work) {
    requireNonNull(work, "work is null");
    try {
      WorkerPool.shared().invite(work);
    } catch (OutOfMemoryError e) {
      // There is no thread, and what called goes on without.
    }
  }
}
