package io.amorsize.jmh.cli;

import io.amorsize.jmh.build.CommitBuilds;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that name two commits to build. */
final class CommitOptions {

  private static final Path JARS = Path.of(".amorsize", "builds");

  @Option(
      names = "--git",
      paramLabel = "BASE..HEAD",
      description =
          "Build two commits of this repository and compare them; BASE...HEAD is what a pull request"
              + " changes.")
  private String range;

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      defaultValue = "mvn -B -q package -DskipTests",
      description = "With --git: the command that builds a commit (default: ${DEFAULT-VALUE}).")
  private String build;

  @Option(
      names = "--jar",
      paramLabel = "GLOB",
      description =
          "With --git: the jar that a build leaves behind, from the repository's root (default:"
              + " benchmarks.jar, *-jmh.jar or *-benchmarks.jar in target or build/libs).")
  private String jar;

  boolean isGiven() {
    return range != null;
  }

  /** Builds both commits; jars that were built before are taken again. */
  CommitBuilds.Pair build(PrintStream log, Consumer<String> progress) {
    return CommitBuilds.build(
        new CommitBuilds.Settings(
            Path.of("").toAbsolutePath(),
            range,
            build,
            Optional.ofNullable(jar),
            JARS,
            log,
            progress));
  }
}
