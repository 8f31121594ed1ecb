package io.amorsize.jmh.cli;

import io.amorsize.jmh.runner.TimedFolder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Where sessions leave their results, and the seed of their order. */
final class ReportsOptions {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the order within pairs (default: the time).")
  private Long seed;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Folder for what the session leaves behind (default: ${DEFAULT-VALUE}).")
  private Path reports;

  long seed() {
    return seed == null ? System.nanoTime() : seed;
  }

  /** A folder that does not exist yet. */
  Path freshFolder(String command) {
    return TimedFolder.fresh(reports, command + "-", LocalDateTime.now(ZoneId.systemDefault()));
  }
}
