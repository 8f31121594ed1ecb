package io.amorsize.jmh.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that is told to end (Ctrl-C, SIGTERM) report what it has: the JVM ends when the
 * command has, or half a minute later.
 */
final class StopSignal implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  StopSignal(Runnable stop) {
    hook = new Thread(() -> endAfter(stop), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
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

  /** The command has reported. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending; the hook goes on by itself.
    }
  }
}
