package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;

/** Runs parts of the real work, so that a plan can be made from what was measured. */
interface Trial {

  /** Items that a run may still ask for. */
  int available();

  /**
   * Runs items on the calling thread.
   *
   * @param count how many, 1 to {@link #available()}
   */
  TrialReading serial(int count);

  /** CPU time of the calling thread in nanoseconds, or -1 where the JVM does not tell. */
  long cpuNanos();

  /** Bytes that the calling thread has allocated, or -1 where the JVM does not tell. */
  long allocatedBytes();

  /**
   * Runs items under a plan.
   *
   * @param count how many, 1 to {@link #available()}
   * @return wall time in nanoseconds, at least 1
   */
  double parallelNanos(int count, ExecutionPlan plan);

  /** Whether whole passes can be run, as many as wanted. */
  default boolean canRehearse() {
    return false;
  }

  /**
   * Runs the whole work as the caller will, from the first item to the last.
   *
   * @param plan how
   * @return wall time in nanoseconds, at least 1
   */
  default double passNanos(ExecutionPlan plan) {
    throw new UnsupportedOperationException("this trial runs each item once");
  }
}
