package io.amorsize.jmh.night;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.LogFile;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.WarmupMemory;
import io.amorsize.jmh.runner.SessionLock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What forks of jars are run with.
 *
 * @param source opens what runs forks; tests give one that makes results up
 * @param lock keeps other JMH runs away
 * @param stopping lets a person stop it
 * @param memory where warm-ups are remembered
 * @param forkTimeout time after which a fork is killed, above 0
 */
public record ForkTools(
    Source source,
    Supplier<SessionLock> lock,
    Stopping stopping,
    WarmupMemory memory,
    Duration forkTimeout) {

  /** Opens what runs forks. */
  public interface Source {
    /**
     * Opens it.
     *
     * @param log takes what JMH prints
     * @param work where a running fork keeps its files
     */
    JarForks open(PrintStream log, Path work);
  }

  /** Does something that a person can stop. */
  public interface Stopping {
    /** Does it; {@code stop} is called when the process is told to end. */
    <T> T heededBy(Runnable stop, Supplier<T> work);
  }

  /** Does something that a person can stop. */
  <T> T stoppable(Runnable stop, Supplier<T> work) {
    return stopping.heededBy(stop, work);
  }

  /**
   * Works with forks, while no other JMH run does.
   *
   * @param folder takes the log
   * @throws io.amorsize.jmh.runner.BenchmarkFailedException if another JMH run is going on
   */
  <T> T using(Path folder, Function<JarForks, T> work) {
    SessionLock held = lock.get();
    try (PrintStream log = LogFile.open(folder.resolve(SessionFolder.LOG), "--nights")) {
      return work.apply(source.open(log, new SessionFolder(folder).work()));
    } finally {
      held.close();
    }
  }
}
