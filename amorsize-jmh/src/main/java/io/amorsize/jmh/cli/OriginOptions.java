package io.amorsize.jmh.cli;

import io.amorsize.host.HostProbe;
import io.amorsize.jmh.build.GitFacts;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where runs that are recorded come from, as far as the user says. */
final class OriginOptions {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call the run (default: the file's name without its ending).")
  private String name;

  @Option(
      names = "--commit",
      paramLabel = "HASH",
      description =
          "The commit that was measured (default: what the CI system says in GITHUB_SHA or"
              + " CI_COMMIT_SHA).")
  private String commit;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Its branch (default: GITHUB_REF_NAME or CI_COMMIT_BRANCH).")
  private String branch;

  @Option(
      names = "--git",
      description = "Take commit and branch from what is checked out in this folder.")
  private boolean git;

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
  record Source(Optional<String> commit, Optional<String> branch) {}

  /**
   * What the user says, else git where it was asked, else the CI system.
   *
   * @throws ResultFormatException in one sentence, if git was asked and knows nothing
   */
  Source source(Map<String, String> variables) {
    Optional<GitFacts.Head> head = git ? Optional.of(head()) : Optional.empty();
    boolean ofCi = !git && commit == null;
    return new Source(
        first(commit)
            .or(() -> head.map(GitFacts.Head::commit))
            .or(() -> variable(variables, "GITHUB_SHA", "CI_COMMIT_SHA")),
        first(branch)
            .or(() -> head.flatMap(GitFacts.Head::branch))
            .or(
                () ->
                    ofCi
                        ? variable(
                            variables, "GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_BRANCH")
                        : Optional.empty()));
  }

  private static GitFacts.Head head() {
    return GitFacts.head(Path.of("").toAbsolutePath())
        .orElseThrow(
            () ->
                new ResultFormatException(
                    "--git: this folder is in no repository with a commit; name the commit with"
                        + " --commit HASH"));
  }

  private static Optional<String> first(String text) {
    return Optional.ofNullable(text).filter(known -> !known.isBlank());
  }

  private static Optional<String> variable(Map<String, String> variables, String... names) {
    for (String each : names) {
      String value = variables.getOrDefault(each, "");
      if (!value.isBlank()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
