package io.amorsize.jmh.runner;

import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.WorkloadSpec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a suite holds while it runs: JMH's lock, the log, and the class path of its forks. */
final class Session implements AutoCloseable {

  private final SuiteOptions options;
  private final String classPath = System.getProperty(ForkJvm.CLASS_PATH);
  private final SessionLock lock;
  private final PrintStream log;
  private final Optional<RunFolder> folder;

  private Session(SuiteOptions options, SessionLock lock, PrintStream log) {
    this.options = options;
    this.lock = lock;
    this.log = log;
    this.folder = options.runFolder().map(RunFolder::new);
  }

  /**
   * Takes what a run needs.
   *
   * @throws BenchmarkFailedException if another JMH run is going on
   * @throws ResultFormatException if the log cannot be written
   */
  static Session open(SuiteOptions options) {
    boolean anyForks = options.workloads().stream().anyMatch(options::runsInForks);
    SessionLock lock = anyForks ? SessionLock.acquire() : SessionLock.none();
    try {
      Session session = new Session(options, lock, log(options));
      System.setProperty(ForkJvm.CLASS_PATH, ForkJvm.classPath(options.workloadsJar()));
      return session;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static PrintStream log(SuiteOptions options) {
    if (options.output().isPresent() || options.runFolder().isEmpty()) {
      return options.jmhOutput();
    }
    Path file = options.runFolder().get().resolve(RunFolder.LOG);
    try {
      Files.createDirectories(options.runFolder().get());
      return new PrintStream(
          new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ResultFormatException(
          file + ": cannot be written (" + e + "); name another folder for the run", e);
    }
  }

  /** Arguments of the JVM that measures a workload: a fork's, or this one's. */
  List<String> environmentArgs(WorkloadSpec<?, ?> spec) {
    return options.runsInForks(spec)
        ? ForkJvm.measuringArgs(options.jvmArgs())
        : ForkJvm.inheritedArgs();
  }

  Optional<RunFolder> folder() {
    return folder;
  }

  PrintStream log() {
    return log;
  }

  @Override
  public void close() {
    System.setProperty(ForkJvm.CLASS_PATH, classPath);
    log.flush();
    if (options.output().isEmpty()) {
      log.close();
    }
    lock.close();
  }
}
