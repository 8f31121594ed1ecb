package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.WarmupMemory;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.result.ResultFormatException;
import io.amorsize.statistics.SequentialDesign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a night measures, and how much. */
final class NightMeasureOptions {

  private static final int USUAL_FORKS = 5;
  private static final int QUICK_FORKS = 3;
  private static final int MOST_FORKS = 100;
  private static final Duration USUAL_CONFIRMING = Duration.ofMinutes(20);
  private static final Duration QUICK_CONFIRMING = Duration.ofSeconds(75);

  @Option(
      names = "--quick",
      description = "Measure less: all standard workloads and a suspect or two in three minutes.")
  private boolean quick;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description =
          "Measure the benchmarks of this JMH jar instead of the suite; what stands behind -- goes"
              + " to JMH.")
  private Path jar;

  @Option(
      names = "--measured",
      paramLabel = "RUN",
      description = "Measure nothing; take this run, for instance what 'merge' joined.")
  private Path measured;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "Forks of each benchmark of --jar (default: 5, with --quick 3).")
  private Integer forks;

  @Option(
      names = "--confirm-budget",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description =
          "Begin no fork after so long in each of the sessions that confirm suspects (default: 20m,"
              + " with --quick 75s).")
  private Duration budget;

  @Option(
      names = "--max-forks",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "The most forks of each side of a suspect, 2 to 10 (default: ${DEFAULT-VALUE}).")
  private int mostPairs;

  @Mixin private ForkOptions forkOptions;

  boolean isDryRun() {
    return forkOptions.isDryRun();
  }

  RunProfile profile() {
    return quick ? RunProfile.QUICK : RunProfile.STANDARD;
  }

  Optional<Path> jar() {
    return Optional.ofNullable(jar).map(BenchmarkJar::required);
  }

  Optional<Path> measured() {
    return Optional.ofNullable(measured);
  }

  Duration forkTimeout() {
    return forkOptions.timeout();
  }

  WarmupMemory memory() {
    return forkOptions.memory();
  }

  /** Checks what excludes each other. */
  void requireConsistent(boolean jmhArguments) {
    if (jmhArguments && jar == null) {
      throw new ResultFormatException(
          "what stands behind -- goes to JMH for --jar; the suite has arguments of its own");
    }
    if (forks != null && (jar == null || measured != null)) {
      throw new ResultFormatException("--forks is for --jar; the suite has --quick");
    }
  }

  /**
   * Forks of each benchmark.
   *
   * @param ofJmh JMH's {@code -f}, if it is given
   */
  int forks(OptionalInt ofJmh) {
    int usual = quick ? QUICK_FORKS : USUAL_FORKS;
    int count = forks == null ? ofJmh.orElse(usual) : forks;
    if (count < 1 || count > MOST_FORKS) {
      throw new ResultFormatException("--forks must be 1 to " + MOST_FORKS + ", is " + count);
    }
    return count;
  }

  /** When the sessions that confirm end. */
  SessionLimits confirming() {
    if (mostPairs < SequentialDesign.FEWEST_PAIRS || mostPairs > SequentialDesign.MOST_PAIRS) {
      throw new ResultFormatException(
          "--max-forks must be %d to %d, is %d"
              .formatted(SequentialDesign.FEWEST_PAIRS, SequentialDesign.MOST_PAIRS, mostPairs));
    }
    Duration time = budget != null ? budget : quick ? QUICK_CONFIRMING : USUAL_CONFIRMING;
    return new SessionLimits(
        SequentialDesign.upTo(mostPairs), Optional.of(time), forkOptions.timeout());
  }
}
