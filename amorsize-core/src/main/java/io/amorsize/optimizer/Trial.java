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
   * Runs chunks under a plan, the same ones again when all were run, until it is seen whether
   * threads wait for each other, or until time is up.
   *
   * @param chunks chunks at most, at least 2, each of the plan's size, at most {@link #items()}
   * @param mostNanos time after which no further chunk is begun
   * @param untilMetNanos the same as long as no thread met another, at least {@code mostNanos}: the
   *     host may take milliseconds to give threads a second core
   */
  default Meeting meet(int chunks, ExecutionPlan plan, double mostNanos, double untilMetNanos) {
    int count = (int) Math.min(items(), (long) chunks * plan.chunkSize());
    return new Meeting(0, parallel(count, plan).lockWaits());
  }

  /** The clock of the calling thread, read after something was run. */
  ThreadClock.Reading threadClock();

  /**
   * The same, read before something is run. Reading takes some time on a core, which should not lie
   * between the two readings of that time.
   */
  default ThreadClock.Reading threadClockBefore() {
    return threadClock();
  }

  /** Times that the calling thread gave its core away to wait, or -1 where nothing tells. */
  default long switches() {
    return -1;
  }

  /** Bytes that the calling thread has allocated, or -1 where the JVM does not tell. */
  long allocatedBytes();
}
