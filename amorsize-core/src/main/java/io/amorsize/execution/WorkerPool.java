package io.amorsize.execution;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that are made when work comes and no thread is idle, and end when they were idle for a
 * while. The thread that was busy last works next, so surplus ones end.
 *
 * <p>Work can be taken back from a thread that has not woken up yet, and the thread is then free at
 * once: calls that follow each other faster than a thread wakes find the same thread again, where a
 * {@code ThreadPoolExecutor} would start one more each time.
 *
 * <p>A thread also ends when it has lived for a while, since nothing else frees what functions
 * leave in thread-local variables.
 */
final class WorkerPool implements Helpers {

  /** Long enough for calls that follow each other, short enough that idle programs hold nothing. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  /** Making a thread takes some 0.1 ms. */
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  /** More threads than these would look out for work in the way of those that have some. */
  private static final int OTHER_PROCESSORS = Runtime.getRuntime().availableProcessors() - 1;

  private static final WorkerPool SHARED = new WorkerPool(new DaemonThreads(), KEEP_ALIVE, MAX_AGE);

  private final Deque<PoolThread> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore lookouts = new Semaphore(OTHER_PROCESSORS);
  private final ThreadFactory factory;
  private final Duration keepAlive;
  private final Duration maxAge;

  /**
   * A pool without threads.
   *
   * @param factory makes its threads
   * @param keepAlive how long a thread stays without work
   * @param maxAge from when on a thread ends after its work
   */
  WorkerPool(ThreadFactory factory, Duration keepAlive, Duration maxAge) {
    this.factory = factory;
    this.keepAlive = keepAlive;
    this.maxAge = maxAge;
  }

  /** The pool of this JVM: daemon threads. */
  static WorkerPool shared() {
    return SHARED;
  }

  @Override
  public Invitation invite(Runnable work) {
    PoolThread free = idle.pollFirst();
    if (free != null) {
      return free.give(work);
    }
    PoolThread made = new PoolThread(idle, lookouts, keepAlive, maxAge);
    return made.start(factory, work);
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
