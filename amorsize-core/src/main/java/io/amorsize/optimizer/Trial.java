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
   * Runs chunks under a plan until it is seen whether threads wait for each other, or until time is
   * up.
   *
   * @param count items at most, 2 to {@link #items()}
   * @param mostNanos time after which no further chunk is begun
   */
  default Meeting meet(int count, ExecutionPlan plan, double mostNanos) {
    return new Meeting(0, parallel(count, plan).lockWaits());
  }

  /** The clock of the calling thread. */
  ThreadClock.Reading threadClock();

  /** Bytes that the calling thread has allocated, or -1 where the JVM does not tell. */
  long allocatedBytes();
}
