package io.amorsize.host;

import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.Set;

/**
 * Monitors that a thread holds while it runs, seen by another thread. The JVM stops at a safepoint
 * for it, which takes some 100 microseconds.
 */
public final class HeldMonitors {

  private HeldMonitors() {}

  /** The management classes are loaded by whoever needs them. */
  private static final class Jvm {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final boolean SUPPORTED = THREADS.isObjectMonitorUsageSupported();

    static ThreadInfo look(long threadId) {
      return THREADS.getThreadInfo(new long[] {threadId}, true, false)[0];
    }
  }

  /** Loads what a look needs, so that the first one takes no longer than others. */
  public static void prepare() {
    above(Thread.currentThread().getId(), HeldMonitors.class.getName());
  }

  /**
   * The monitors that a thread took in what a class called, not those that it held before.
   *
   * @param threadId the thread
   * @param caller name of the class whose frame bounds the look
   * @return a name for each monitor, the same in each look; empty where nothing tells, or if the
   *     class is not on the thread's stack
   */
  public static Set<String> above(long threadId, String caller) {
    if (!Jvm.SUPPORTED) {
      return Set.of();
    }
    ThreadInfo info = Jvm.look(threadId);
    return info == null ? Set.of() : above(info, caller);
  }

  private static Set<String> above(ThreadInfo info, String caller) {
    StackTraceElement[] stack = info.getStackTrace();
    int bound = 0;
    while (bound < stack.length && !stack[bound].getClassName().equals(caller)) {
      bound++;
    }
    Set<String> held = new HashSet<>();
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      int depth = monitor.getLockedStackDepth();
      if (bound < stack.length && depth >= 0 && depth < bound) {
        held.add(monitor.getClassName() + '@' + monitor.getIdentityHashCode());
      }
    }
    return held;
  }
}
