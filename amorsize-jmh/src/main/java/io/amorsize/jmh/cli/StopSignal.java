package io.amorsize.jmh.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a command that is told to end (Ctrl-C, SIGTERM) report what it has: the JVM ends when the
 * command has, or half a minute later.
 */
final class StopSignal {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private StopSignal(Runnable stop) {
    hook = new Thread(() -> endAfter(stop), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Does something that can be told to stop.
   *
   * @param stop called when the JVM is to end
   * @param work what then comes to its end by itself
   */
  static <T> T heededBy(Runnable stop, Supplier<T> work) {
    StopSignal signal = new StopSignal(stop);
    try {
      return work.get();
    } finally {
      signal.finish();
    }
  }

  private void endAfter(Runnable stop) {
    stop.run();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("amorsize: ended without a report");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending; the hook goes on by itself.
    }
  }
}
