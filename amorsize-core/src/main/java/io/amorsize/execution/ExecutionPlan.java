package io.amorsize.execution;

import static java.util.Objects.requireNonNull;

/**
 * How a list is to be worked through.
 *
 * @param nJobs threads that work at once, the caller included, at least 1
 * @param chunkSize the most consecutive items that a thread takes at a time, at least 1; towards
 *     the end of a list chunks shrink, so that the threads end together
 * @param executorType who runs the chunks; {@link ExecutorType#SERIAL} exactly when nJobs is 1
 */
public record ExecutionPlan(int nJobs, int chunkSize, ExecutorType executorType) {

  /** Checks the ranges. */
  public ExecutionPlan {
    requireNonNull(executorType, "executorType is null");
    if (nJobs < 1) {
      throw new IllegalArgumentException("nJobs must be at least 1, is " + nJobs);
    }
    if (chunkSize < 1) {
      throw new IllegalArgumentException("chunkSize must be at least 1, is " + chunkSize);
    }
    if ((executorType == ExecutorType.SERIAL) != (nJobs == 1)) {
      throw new IllegalArgumentException(
          "executor " + executorType.label() + " does not fit nJobs " + nJobs);
    }
  }

  /** A plan for the calling thread alone, which takes all items as one chunk. */
  public static ExecutionPlan serial(int items) {
    return new ExecutionPlan(1, Math.max(1, items), ExecutorType.SERIAL);
  }

  /** A plan for the caller and platform threads; for one thread, a serial plan. */
  public static ExecutionPlan platform(int nJobs, int chunkSize) {
    return new ExecutionPlan(
        nJobs, chunkSize, nJobs == 1 ? ExecutorType.SERIAL : ExecutorType.PLATFORM);
  }

  /**
   * A plan for the caller and virtual threads; for one thread, a serial plan. A JVM without virtual
   * threads runs it on platform threads.
   */
  public static ExecutionPlan virtual(int nJobs, int chunkSize) {
    return new ExecutionPlan(
        nJobs, chunkSize, nJobs == 1 ? ExecutorType.SERIAL : ExecutorType.VIRTUAL);
  }

  /** Whether the calling thread works alone. */
  public boolean isSerial() {
    return executorType == ExecutorType.SERIAL;
  }
}
