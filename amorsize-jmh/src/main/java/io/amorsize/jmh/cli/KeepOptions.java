package io.amorsize.jmh.cli;

import io.amorsize.history.NewEntry;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which jars a baseline keeps, and why it takes a run. */
final class KeepOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "Keep this benchmark jar, to run the baseline again (default: for a run of this program,"
              + " its own jar; for a night, the jar that it measured).")
  private Path jar;

  @Option(names = "--no-jar", description = "Keep no jar.")
  private boolean noJar;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why a run is taken that did not pass its judgement; kept with the baseline.")
  private String reason;

  /** Checks what excludes each other. */
  void requireConsistent() {
    if (jar != null && noJar) {
      throw new ParameterException(spec.commandLine(), "--jar and --no-jar exclude each other");
    }
    if (reason != null && reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason must say something");
    }
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * What a baseline is to hold of a run.
   *
   * @param program the jar of this program, if it runs from one
   */
  NewEntry entry(BaselineRun run, Optional<Path> program, Terminal terminal) {
    NewEntry entry = run.entry(Instant.now());
    Optional<Path> kept =
        jar == null && !noJar && run.isOfSuite()
            ? jarThatMeasured(program, run.files().results().orElseThrow(), terminal)
            : Optional.ofNullable(jar).map(BenchmarkJar::required);
    boolean own = run.night().isPresent() && jar == null && !noJar;
    return (own ? entry : entry.withJar(kept)).withOrigin(entry.origin().withReason(reason()));
  }

  /**
   * The jar of this program, unless it was built after the results were written.
   *
   * @param program the jar, if the program runs from one
   * @param results what it measured
   */
  static Optional<Path> jarThatMeasured(Optional<Path> program, Path results, Terminal terminal) {
    if (program.isEmpty() || lastModified(program.get()).compareTo(lastModified(results)) <= 0) {
      return program;
    }
    terminal.say(
        program.get()
            + ": not kept with the baseline, since it was built after the run; name the jar that"
            + " measured it with --jar");
    return Optional.empty();
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
