package io.amorsize.optimizer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Allocation of the calling thread, where the JVM tells. */
final class AllocationMeter {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean ALLOCATION =
      THREADS instanceof com.sun.management.ThreadMXBean hotSpot
          && hotSpot.isThreadAllocatedMemorySupported()
          && hotSpot.isThreadAllocatedMemoryEnabled();

  private AllocationMeter() {}

  /** Bytes that this thread has allocated, or -1. */
  static long allocatedBytes() {
    return ALLOCATION
        ? ((com.sun.management.ThreadMXBean) THREADS).getCurrentThreadAllocatedBytes()
        : -1;
  }
}
