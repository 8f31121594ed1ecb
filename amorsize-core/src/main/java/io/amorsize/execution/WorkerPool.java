package io.amorsize.execution;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that help callers of {@link ParallelMap}: daemons, made as needed, kept for a while;
 * or virtual threads, which cost too little to be kept.
 */
final class WorkerPool {

  /** Long enough for calls that follow each other, short enough that idle programs hold nothing. */
  private static final long KEEP_ALIVE_SECONDS = 10;

  private static final Executor SHARED =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          KEEP_ALIVE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new DaemonThreads());

  private WorkerPool() {}

  /** Who helps the caller of a plan. */
  static Executor of(ExecutorType type) {
    return type == ExecutorType.VIRTUAL && VirtualThreads.isSupported()
        ? VirtualThreads::start
        : SHARED;
  }

  private static final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(null, task, "amorsize-" + made.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      // The pool outlives its first caller and must not keep that caller's class loader alive.
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      return thread;
    }
  }
}
