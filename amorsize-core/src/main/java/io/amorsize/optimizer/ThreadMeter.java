package io.amorsize.optimizer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time and allocation of the calling thread, where the JVM tells. */
final class ThreadMeter {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean CPU_TIME =
      THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
  private static final boolean ALLOCATION =
      THREADS instanceof com.sun.management.ThreadMXBean hotSpot
          && hotSpot.isThreadAllocatedMemorySupported()
          && hotSpot.isThreadAllocatedMemoryEnabled();

  private ThreadMeter() {}

  /** CPU time of this thread in nanoseconds, or -1. */
  static long cpuNanos() {
    return CPU_TIME ? THREADS.getCurrentThreadCpuTime() : -1;
  }

  /** Bytes that this thread has allocated, or -1. */
  static long allocatedBytes() {
    return ALLOCATION
        ? ((com.sun.management.ThreadMXBean) THREADS).getCurrentThreadAllocatedBytes()
        : -1;
  }
}
