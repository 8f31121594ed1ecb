package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.WarmupMemory;
import io.amorsize.result.ResultFormatException;
import io.amorsize.statistics.SequentialDesign;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that measures two sides fork by fork. */
final class SessionOptions {

  private static final int USUAL_PAIRS = 5;

  @Option(
      names = "--max-forks",
      paramLabel = "N",
      description =
          "The most forks of each side, 2 to 10 (default: 5; 10 with --time-budget). Rows that are"
              + " decided earlier stop earlier.")
  private Integer mostForks;

  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description =
          "Begin no fork after so long: 90s, 20m, 1h30m. What is open then is reported as open,"
              + " exit code 3.")
  private Duration budget;

  @Option(
      names = "--patient",
      description =
          "Go on with rows that show no sign of a change until they are shown to be the same; so"
              + " does --strict.")
  private boolean patient;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "Go on with a session that was stopped or killed; needs no other argument.")
  private Path resumed;

  @Option(names = "--verbose", description = "Show JMH's own output.")
  private boolean verbose;

  @Mixin private ForkOptions forkOptions;
  @Mixin private ReportsOptions place;

  /** The session to go on with. */
  Optional<Path> resumed() {
    return Optional.ofNullable(resumed);
  }

  boolean isVerbose() {
    return verbose;
  }

  boolean isDryRun() {
    return forkOptions.isDryRun();
  }

  long seed() {
    return place.seed();
  }

  WarmupMemory memory() {
    return forkOptions.memory();
  }

  Optional<Duration> budget() {
    return Optional.ofNullable(budget);
  }

  /** A folder that does not exist yet. */
  Path freshFolder(String command) {
    return place.freshFolder(command);
  }

  /**
   * When the session ends.
   *
   * @param arguments JMH's, whose {@code -f} counts like {@code --max-forks}
   * @param strict whether every row is to be decided
   * @param resumedBudget the budget of a session that goes on, which takes the place of the first
   * @throws ResultFormatException in one sentence, if there are too many forks or too few
   */
  SessionLimits limits(JmhArguments arguments, boolean strict, Optional<Duration> resumedBudget) {
    Optional<Duration> time = resumedBudget.or(this::budget);
    SequentialDesign design = SequentialDesign.upTo(pairs(arguments.forks(), time.isPresent()));
    return new SessionLimits(
        patient || strict ? design.withoutGivingUp() : design, time, forkOptions.timeout());
  }

  private int pairs(OptionalInt forks, boolean limitedByTime) {
    if (mostForks == null && forks.isEmpty()) {
      return limitedByTime ? SequentialDesign.MOST_PAIRS : USUAL_PAIRS;
    }
    String option = mostForks == null ? "-f" : "--max-forks";
    int pairs = mostForks == null ? forks.getAsInt() : mostForks;
    if (pairs < SequentialDesign.FEWEST_PAIRS || pairs > SequentialDesign.MOST_PAIRS) {
      throw new ResultFormatException(
          "%s must be %d to %d, is %d"
              .formatted(
                  option, SequentialDesign.FEWEST_PAIRS, SequentialDesign.MOST_PAIRS, pairs));
    }
    return pairs;
  }
}
