package io.amorsize.execution;

/** Threads that help the caller of a run. */
interface Helpers {

  /**
   * Asks one thread to do some work, soon or never; it does not wait for it.
   *
   * @throws OutOfMemoryError if a thread is needed and the system gives none
   */
  Invitation invite(Runnable work);

  /** What was asked of one thread. */
  @FunctionalInterface
  interface Invitation {

    /** Takes the work back if the thread has not begun it. */
    void retract();
  }

  /** Who helps the caller of a plan. */
  static Helpers of(ExecutorType type) {
    return type == ExecutorType.VIRTUAL && VirtualThreads.isSupported()
        ? VirtualThreads::invite
        : WorkerPool.shared();
  }
}
