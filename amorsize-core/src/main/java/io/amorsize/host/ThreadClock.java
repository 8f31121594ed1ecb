package io.amorsize.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What the calling thread did since it was started: time on a core, time that it could have run but
 * had none, and how often it gave its core away.
 *
 * <p>The JVM tells the first. Linux tells the second to the nanosecond in {@code schedstat}
 * (Documentation/scheduler/sched-stats); elsewhere it is taken as 0. The time on a core that stands
 * there too is brought up to date at the scheduler's ticks only, and so is of no use here. The
 * third stands in {@code status} (proc_pid_status(5)).
 */
public final class ThreadClock {

  private static final String SCHEDSTAT = "/proc/thread-self/schedstat";
  private static final int LONGEST_LINE = 96;
  private static final String STATUS = "/proc/thread-self/status";
  private static final int LONGEST_STATUS = 4096;
  private static final String VOLUNTARY = "\nvoluntary_ctxt_switches:\t";
  private static final boolean HAS_SCHEDSTAT = readDelay() >= 0;

  private ThreadClock() {}

  /**
   * A reading of the calling thread.
   *
   * @param cpuNanos time on a core; -1 where nothing tells
   * @param delayNanos time spent runnable without a core; 0 where nothing tells
   */
  public record Reading(long cpuNanos, long delayNanos) {}

  /**
   * Reads the clock of the calling thread before something that is to be timed, which takes some 10
   * microseconds; the first call of a JVM takes tens of milliseconds, since it loads the management
   * classes. The time on a core is read last, so that to read the rest is no part of it.
   */
  public static Reading readBefore() {
    long delay = delayNanos();
    return new Reading(JvmClock.cpuNanos(), delay);
  }

  /** The same after what is timed: the time on a core is read first. */
  public static Reading readAfter() {
    return new Reading(JvmClock.cpuNanos(), delayNanos());
  }

  /** Time of the calling thread on a core; -1 where nothing tells. */
  public static long cpuNanos() {
    return JvmClock.cpuNanos();
  }

  /**
   * Time of any thread on a core; -1 where nothing tells, or if it has ended.
   *
   * @param threadId the thread
   */
  public static long cpuNanos(long threadId) {
    return JvmClock.cpuNanos(threadId);
  }

  /**
   * Times that the calling thread had to wait for a monitor, or gave its core away to wait for
   * something else in the JVM; 0 for a virtual thread.
   */
  public static long lockWaits() {
    return JvmClock.lockWaits();
  }

  /** Time that the calling thread spent runnable without a core; 0 where nothing tells. */
  public static long delayNanos() {
    return HAS_SCHEDSTAT ? Math.max(0, readDelay()) : 0;
  }

  /**
   * Times that the calling thread gave its core away to wait; -1 where nothing tells. A reading
   * takes some 40 microseconds.
   */
  public static long switches() {
    try {
      return parseSwitches(KernelLines.read(STATUS, LONGEST_STATUS));
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  private static long readDelay() {
    try {
      return parseDelay(KernelLines.read(SCHEDSTAT, LONGEST_LINE));
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  /** The second of {@code 93549 3317337 2}: time on a core, time in the queue, turns. */
  static long parseDelay(String line) {
    int first = line.indexOf(' ');
    return Long.parseLong(line.substring(first + 1, line.indexOf(' ', first + 1)));
  }

  /** The last line but one, such as {@code voluntary_ctxt_switches: 37}. */
  static long parseSwitches(String status) {
    int line = status.lastIndexOf(VOLUNTARY);
    if (line < 0) {
      throw new IllegalArgumentException("no voluntary_ctxt_switches in " + status);
    }
    int start = line + VOLUNTARY.length();
    return Long.parseLong(status.substring(start, status.indexOf('\n', start)));
  }

  private static final class JvmClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean CPU_TIME =
        THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    static long lockWaits() {
      ThreadInfo info = THREADS.getThreadInfo(Thread.currentThread().getId());
      return info == null ? 0 : info.getBlockedCount() + info.getWaitedCount();
    }

    static long cpuNanos(long threadId) {
      return THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
          ? THREADS.getThreadCpuTime(threadId)
          : -1;
    }

    static long cpuNanos() {
      return CPU_TIME ? THREADS.getCurrentThreadCpuTime() : -1;
    }
  }
}
