package io.amorsize.jmh.cli;

import io.amorsize.host.HostProbe;
import io.amorsize.result.RunEnvironment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where runs that are recorded come from, as far as the user says. */
final class OriginOptions {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call the run (default: the file's name without its ending).")
  private String name;

  @Mixin private SourceOptions source;

  @Option(
      names = "--label",
      paramLabel = "NAME=VALUE",
      description = "A label to find the run by; may be given several times.")
  private Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimePoint.Converter.class,
      description =
          "When it was measured: 2026-01-31, 2026-01-31T02:30:00Z, or 2h ago (default: what the"
              + " file says, else when it was written).")
  private TimePoint time;

  @Option(
      names = "--here",
      description =
          "It was measured on this machine; JMH's JSON alone does not say where it was made.")
  private boolean here;

  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  Map<String, String> labels() {
    return labels;
  }

  Optional<Instant> time(InstantSource clock) {
    return Optional.ofNullable(time).map(point -> point.at(clock));
  }

  /** This machine, where the user says so. */
  Optional<RunEnvironment> environment() {
    return here ? Optional.of(RunEnvironment.of(HostProbe.current(), List.of())) : Optional.empty();
  }

  /** Commit and branch, as far as they are known. */
  SourceOptions.Source source(Map<String, String> variables) {
    return source.source(variables);
  }
}
