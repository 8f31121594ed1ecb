package io.amorsize.jmh.cli;

import io.amorsize.history.RunFilter;
import io.amorsize.policy.Glob;
import io.amorsize.result.ResultFormatException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Which runs of a history are meant. */
final class RunFilterOptions {

  @Option(
      names = "--name",
      paramLabel = "GLOB",
      description = "Only runs whose name matches, for instance 'nightly*'.")
  private String name;

  @Option(
      names = "--commit",
      paramLabel = "HASH",
      description = "Only runs of this commit; the start of its hash is enough.")
  private String commit;

  @Option(names = "--branch", paramLabel = "NAME", description = "Only runs of this branch.")
  private String branch;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimePoint.Converter.class,
      description =
          "Only runs measured from then on: 2026-01-31, 2026-01-31T02:30:00Z, or 14d ago.")
  private TimePoint since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimePoint.Converter.class,
      description = "Only runs measured before, likewise.")
  private TimePoint until;

  @Option(
      names = "--label",
      paramLabel = "NAME=VALUE",
      description = "Only runs with this label; may be given several times.")
  private Map<String, String> labels = new LinkedHashMap<>();

  @Option(names = "--last", paramLabel = "N", description = "Only the latest N of them.")
  private Integer last;

  RunFilter filter(InstantSource clock) {
    if (last != null && last < 1) {
      throw new ResultFormatException("--last must be at least 1, is " + last);
    }
    return new RunFilter(
        Optional.ofNullable(name).map(Glob::new),
        Optional.ofNullable(commit),
        Optional.ofNullable(branch),
        Optional.ofNullable(since).map(point -> point.at(clock)),
        Optional.ofNullable(until).map(point -> point.at(clock)),
        labels,
        last == null ? OptionalInt.empty() : OptionalInt.of(last));
  }
}
