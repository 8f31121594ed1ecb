package io.amorsize.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What the calling thread did since it was started: time on a core, and time that it could have run
 * but had none.
 *
 * <p>The JVM tells the first. Linux tells the second to the nanosecond in {@code schedstat}
 * (Documentation/scheduler/sched-stats); elsewhere it is taken as 0. The time on a core that stands
 * there too is brought up to date at the scheduler's ticks only, and so is of no use here.
 */
public final class ThreadClock {

  private static final String SCHEDSTAT = "/proc/thread-self/schedstat";
  private static final int LONGEST_LINE = 96;
  private static final boolean HAS_SCHEDSTAT = readQueue() != null;

  private ThreadClock() {}

  /**
   * A reading of the calling thread.
   *
   * @param cpuNanos time on a core; -1 where nothing tells
   * @param queue what it waited for
   */
  public record Reading(long cpuNanos, Queue queue) {

    /** A reading of a thread that never waited for a core. */
    public Reading(long cpuNanos, long delayNanos) {
      this(cpuNanos, new Queue(delayNanos, 0));
    }

    /** Time spent runnable without a core; 0 where nothing tells. */
    public long delayNanos() {
      return queue.delayNanos();
    }
  }

  /**
   * What the calling thread waited for.
   *
   * @param delayNanos time spent runnable without a core; 0 where nothing tells
   * @param turns times that it was given a core; 0 where nothing tells
   */
  public record Queue(long delayNanos, long turns) {
    private static final Queue UNKNOWN = new Queue(0, 0);
  }

  /**
   * Reads the clock of the calling thread, which takes some 10 microseconds; the first call of a
   * JVM takes tens of milliseconds, since it loads the management classes.
   */
  public static Reading read() {
    return new Reading(JvmClock.cpuNanos(), queue());
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

  /** Reads what needs no management classes. */
  public static Queue queue() {
    Queue queue = HAS_SCHEDSTAT ? readQueue() : null;
    return queue != null ? queue : Queue.UNKNOWN;
  }

  private static Queue readQueue() {
    try {
      return parse(KernelLine.read(SCHEDSTAT, LONGEST_LINE).strip());
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** A line such as {@code 93549 3317337 2}: time on a core, time in the queue, turns. */
  static Queue parse(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    return new Queue(
        Long.parseLong(line.substring(first + 1, second)),
        Long.parseLong(line.substring(second + 1)));
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
