package io.amorsize.jmh.cli;

import io.amorsize.history.CalibratedNoise;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.RunEnvironment;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether two sessions are judged with the noise between sessions that was calibrated. */
final class NoiseOptions {

  /** Where the noise comes from. */
  enum Source {
    /** What was calibrated where both sides were measured, if they say where that was. */
    AUTO,
    /** What was calibrated on this host, where both sides were measured. */
    HERE,
    /** None: both sides were measured in one session. */
    NONE
  }

  @Option(
      names = "--noise",
      paramLabel = "WHERE",
      defaultValue = "auto",
      description =
          "JMH rows: judge with the noise between sessions that 'calibrate' learned: auto, where both"
              + " sides say that they come from a calibrated host; here, if they come from this"
              + " one; none (default: ${DEFAULT-VALUE}).")
  private Source source;

  /** What was calibrated where these sessions were measured, as far as it is to be counted. */
  Optional<CalibratedNoise> calibrated(BenchmarkRun base, BenchmarkRun current, HostNoise known) {
    Optional<RunEnvironment> where =
        switch (source) {
          case NONE -> Optional.empty();
          case HERE -> Optional.of(HostNoise.here());
          case AUTO -> common(base, current);
        };
    return where.flatMap(known::of);
  }

  private static Optional<RunEnvironment> common(BenchmarkRun base, BenchmarkRun current) {
    Optional<RunEnvironment> before = base.environment().map(RunEnvironment::withoutJvmArgs);
    return before.isPresent()
            && before.equals(current.environment().map(RunEnvironment::withoutJvmArgs))
        ? before
        : Optional.empty();
  }
}
