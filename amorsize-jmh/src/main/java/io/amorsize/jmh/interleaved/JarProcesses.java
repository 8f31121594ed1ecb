package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs JMH in processes of its own: any jar with any version of JMH, on any JVM. */
public final class JarProcesses implements JarForks {

  /** Listing starts a JVM and reads one file. */
  private static final Duration LISTING = Duration.ofMinutes(2);

  private final PrintStream log;
  private final Path workFolder;
  private final JmhProcess process;
  private final ForkJvmArgs jvmArgs = new ForkJvmArgs();

  /**
   * Processes that are started later.
   *
   * @param log takes what they print
   * @param workFolder where their files are while they run; is made if it is not there
   * @throws ResultFormatException if it cannot be made
   */
  public JarProcesses(PrintStream log, Path workFolder) {
    this.log = log;
    this.workFolder = workFolder;
    try {
      Files.createDirectories(workFolder);
    } catch (IOException e) {
      throw new ResultFormatException(
          workFolder + ": cannot be made a folder: " + e.getMessage() + "; name another", e);
    }
    this.process = new JmhProcess(workFolder);
  }

  @Override
  public List<BenchmarkUnit> list(JarSide side, JmhArguments arguments) {
    BenchmarkListing listing = new BenchmarkListing();
    JmhOutput output = new JmhOutput();
    JmhProcess.Ended ended =
        process.run(
            side.label(),
            JmhCommand.list(side, arguments),
            LISTING,
            line -> {
              listing.accept(line);
              output.accept(line);
            });
    if (ended.exitCode() != 0 || !listing.hasBegun()) {
      throw ListingFailure.of(side, output.failure(ended.exitCode(), Optional.empty()));
    }
    return listing.units(side);
  }

  @Override
  public JarForkResult run(JarForkRequest request) {
    Optional<JarForkResult> result = attempt(request);
    if (result.isEmpty()) {
      log.println(
          "# " + request.unit() + ": again, with the JVM arguments " + request.side().jvmArgs());
      result = attempt(request);
    }
    return result.orElseThrow(
        () -> new BenchmarkFailedException(request.unit() + ": its JVM arguments have no effect"));
  }

  @Override
  public void stop() {
    process.stop();
  }

  /**
   * Kills the process that another session with the same work folder left running when it was
   * killed itself, and removes what JMH had begun to write there.
   *
   * @return whether there was one
   */
  public boolean killLeftOver() {
    boolean found = process.killLeftOver();
    try (Stream<Path> files = Files.list(workFolder)) {
      files.filter(WholeFile::isTemporary).forEach(JarProcesses::delete);
    } catch (IOException e) {
      // Nobody reads these files.
    }
    return found;
  }

  /** A fork; empty if it ran without the side's JVM arguments. */
  private Optional<JarForkResult> attempt(JarForkRequest request) {
    Path results = temporaryFile();
    try {
      return attempt(request, results);
    } finally {
      delete(results);
    }
  }

  private Optional<JarForkResult> attempt(JarForkRequest request, Path results) {
    JmhOutput output = new JmhOutput();
    JmhProcess.Ended ended =
        process.run(
            request.unit().toString(),
            JmhCommand.fork(request, results, jvmArgs.toTell(request)),
            request.timeout(),
            line -> {
              log.println(line);
              output.accept(line);
            });
    ForkRows rows = ForkRows.read(results, request, output);
    Optional<String> problem = rows.problem();
    if (ended.exitCode() != 0 || problem.isPresent()) {
      throw failed(request, ended.exitCode(), problem, output);
    }
    return jvmArgs.accept(request, rows.rows())
        ? Optional.of(new JarForkResult(rows.rows(), rows.warmups(), ended.elapsed()))
        : Optional.empty();
  }

  private static BenchmarkFailedException failed(
      JarForkRequest request, int exitCode, Optional<String> problem, JmhOutput output) {
    return new BenchmarkFailedException(request.unit() + ": " + output.failure(exitCode, problem));
  }

  private Path temporaryFile() {
    try {
      return Files.createTempFile(workFolder, ".fork-", ".tmp");
    } catch (IOException e) {
      throw new BenchmarkFailedException(
          workFolder + ": JMH's result cannot be written: " + e.getMessage(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
