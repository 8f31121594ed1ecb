package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.WarmupMemory;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of every command that runs forks of a jar. */
final class ForkOptions {

  @Option(
      names = "--fork-timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeSpan.class,
      description = "Kill a fork after so long and try once more (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      defaultValue = ".amorsize/warmup.json",
      description = "Where the warm-up of benchmarks is remembered (default: ${DEFAULT-VALUE}).")
  private Path memory;

  @Option(names = "--dry-run", description = "Show what would run and how long it could take.")
  private boolean dryRun;

  Duration timeout() {
    return timeout;
  }

  WarmupMemory memory() {
    return new WarmupMemory(memory);
  }

  boolean isDryRun() {
    return dryRun;
  }
}
