package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.host.ThreadClock;

/** Runs parts of the real work, so that a plan can be made from what was measured. */
public interface Trial {

  /** Items of the whole work. */
  int items();

  /**
   * Runs items on the calling thread.
   *
   * @param count how many, 1 to {@link #items()}
   */
  SerialReading serial(int count);

  /**
   * Runs items under a plan.
   *
   * @param count how many, 1 to {@link #items()}; all of them in the order in which the caller will
   *     run them
   */
  ParallelReading parallel(int count, ExecutionPlan plan);

  /**
   * Share of the time of items, run one after another, in which they hold a monitor that they
   * share, 0 to 1; 0 where nothing tells.
   *
   * @param mostNanos time after which to give up
   */
  default double sharedMonitor(double mostNanos) {
    return 0;
  }

  /** The clock of the calling thread. */
  ThreadClock.Reading threadClock();

  /** Bytes that the calling thread has allocated, or -1 where the JVM does not tell. */
  long allocatedBytes();
}
