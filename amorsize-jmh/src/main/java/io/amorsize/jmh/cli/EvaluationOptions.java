package io.amorsize.jmh.cli;

import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that plays recorded benchmarks. */
final class EvaluationOptions {

  private static final String VARIABLE = "AMORSIZE_DATA";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the recorded benchmarks (default: the variable " + VARIABLE + ").")
  private Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what is drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }

  /** The folder, which must be there. */
  Path data(Terminal terminal) {
    String named = terminal.variables().getOrDefault(VARIABLE, "");
    Path folder = data != null ? data : named.isEmpty() ? null : Path.of(named);
    if (folder == null) {
      throw new ResultFormatException(
          "there are no recorded benchmarks: name their folder with --data DIR or in the variable "
              + VARIABLE);
    }
    if (!Files.isDirectory(folder)) {
      throw new ResultFormatException(folder + ": there is no such folder of recorded benchmarks");
    }
    return folder;
  }
}
