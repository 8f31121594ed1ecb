package io.amorsize.jmh.runner;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Kills the JVM that JMH forked when it gives no sign for too long. JMH only interrupts an
 * iteration that takes too long, and waits for ever where code does not listen.
 */
final class ForkWatch implements AutoCloseable {

  private final Duration patience;
  private final Set<Long> others = children();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, ForkWatch::thread);
  private ScheduledFuture<?> next;
  private boolean killed;

  /**
   * A watch over what is forked from now on.
   *
   * @param patience time without a sign, above 0
   */
  ForkWatch(Duration patience) {
    this.patience = patience;
    timer.setRemoveOnCancelPolicy(true);
    sign();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "fork-watch");
    thread.setDaemon(true);
    return thread;
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** The fork has shown that it goes on. */
  synchronized void sign() {
    if (next != null) {
      next.cancel(false);
    }
    next = timer.schedule(this::kill, patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void kill() {
    killed = true;
    ProcessHandle.current()
        .children()
        .filter(child -> !others.contains(child.pid()))
        .forEach(
            fork -> {
              fork.descendants().forEach(ProcessHandle::destroyForcibly);
              fork.destroyForcibly();
            });
  }

  /** Whether it was killed. */
  synchronized boolean hasKilled() {
    return killed;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
