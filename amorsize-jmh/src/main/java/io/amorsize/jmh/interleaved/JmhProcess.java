package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts one process at a time, waits for it and can be told to stop. */
final class JmhProcess {

  /** How long output is waited for after the process has ended. */
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(5);

  /**
   * How a process ended.
   *
   * @param exitCode its exit code
   * @param elapsed how long it ran
   */
  record Ended(int exitCode, Duration elapsed) {}

  private final RunningFile running;
  private Process current;
  private boolean stopped;

  JmhProcess(Path workFolder) {
    this.running = new RunningFile(workFolder);
  }

  /**
   * Runs a command to its end.
   *
   * @param what names it in messages
   * @throws BenchmarkFailedException if it cannot be started, takes too long or is stopped
   */
  Ended run(String what, List<String> command, Duration timeout, Consumer<String> lines) {
    long startNanos = System.nanoTime();
    Process process = start(what, command);
    try {
      running.write(process.toHandle());
      OutputLines output = OutputLines.follow(process.getInputStream(), lines);
      boolean ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      ProcessTree.kill(process.toHandle());
      output.finish(LAST_OUTPUT);
      requireEnded(what, ended, timeout);
      return new Ended(process.waitFor(), elapsed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException(what + ": interrupted", e);
    } finally {
      ProcessTree.kill(process.toHandle());
      running.remove();
    }
  }

  /** Kills what runs now; later runs fail. */
  synchronized void stop() {
    stopped = true;
    if (current != null) {
      ProcessTree.kill(current.toHandle());
    }
  }

  boolean killLeftOver() {
    return running.killLeftOver();
  }

  private synchronized Process start(String what, List<String> command) {
    requireGoing();
    try {
      current = new ProcessBuilder(command).redirectErrorStream(true).start();
      current.getOutputStream().close();
      return current;
    } catch (IOException e) {
      throw new BenchmarkFailedException(
          what + ": " + command.get(0) + " cannot be started: " + e.getMessage(), e);
    }
  }

  private synchronized void requireGoing() {
    if (stopped) {
      throw new BenchmarkFailedException("stopped");
    }
  }

  private void requireEnded(String what, boolean ended, Duration timeout) {
    requireGoing();
    if (!ended) {
      throw new BenchmarkFailedException(
          what + ": no result after " + TimeText.of(timeout) + ", its processes were killed");
    }
  }
}
