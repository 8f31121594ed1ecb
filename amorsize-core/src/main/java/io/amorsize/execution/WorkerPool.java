package io.amorsize.execution;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that are made when work comes and no thread is idle, and end when they were idle for a
 * while. The thread that was busy last works next, so surplus ones end.
 *
 * <p>Work can be taken back from a thread that has not woken up yet, and the thread is then free at
 * once: calls that follow each other faster than a thread wakes find the same thread again, where a
 * {@code ThreadPoolExecutor} would start one more each time.
 */
final class WorkerPool implements Helpers {

  /** Long enough for calls that follow each other, short enough that idle programs hold nothing. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private static final WorkerPool SHARED = new WorkerPool(new DaemonThreads(), KEEP_ALIVE);

  private final Deque<PoolThread> idle = new ConcurrentLinkedDeque<>();
  private final ThreadFactory factory;
  private final long keepAliveNanos;

  /**
   * A pool without threads.
   *
   * @param factory makes its threads
   * @param keepAlive how long a thread stays without work
   */
  WorkerPool(ThreadFactory factory, Duration keepAlive) {
    this.factory = factory;
    this.keepAliveNanos = keepAlive.toNanos();
  }

  /** The pool of this JVM: daemon threads. */
  static WorkerPool shared() {
    return SHARED;
  }

  @Override
  public Invitation invite(Runnable work) {
    PoolThread free = idle.pollFirst();
    if (free == null) {
      return PoolThread.started(work, factory, idle, keepAliveNanos);
    }
    return free.give(work);
  }

  private static final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(null, task, "amorsize-" + made.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      return thread;
    }
  }
}
