package io.amorsize.jmh.cli;

import io.amorsize.jmh.build.GitFacts;
import io.amorsize.jmh.night.NightSettings;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The history that nights are recorded in, and what they are called there. */
final class NightHistory {

  @Mixin private HistoryOptions history;

  @Option(names = "--no-history", description = "Record nothing.")
  private boolean none;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "nightly",
      description = "What to call the runs in the history (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--commit",
      paramLabel = "HASH",
      description =
          "The commit that is measured (default: GITHUB_SHA or CI_COMMIT_SHA); nights of one commit"
              + " show the noise.")
  private String commit;

  @Option(names = "--branch", paramLabel = "NAME", description = "Its branch (default: likewise).")
  private String branch;

  @Option(
      names = "--git",
      description = "Take commit and branch from what is checked out in this folder.")
  private boolean git;

  /** The history, and where it is; empty where nothing is recorded. */
  Optional<NightSettings.History> of(Terminal terminal, Clock clock) {
    if (none && history.isGiven()) {
      throw new ResultFormatException("--history and --no-history exclude each other");
    }
    if (name.isBlank()) {
      throw new ResultFormatException("--name must say something");
    }
    HistoryPlace place = history.place(terminal);
    return none
        ? Optional.empty()
        : Optional.of(
            new NightSettings.History(place.shown(), name, () -> history.open(terminal, clock)));
  }

  /**
   * Commit and branch, as far as they are known.
   *
   * @throws ResultFormatException in one sentence, if git was asked and knows nothing
   */
  OriginOptions.Source source(Map<String, String> variables) {
    Optional<GitFacts.Head> head =
        git
            ? Optional.of(
                GitFacts.head(Path.of("").toAbsolutePath())
                    .orElseThrow(
                        () ->
                            new ResultFormatException(
                                "--git: this folder is in no repository with a commit")))
            : Optional.empty();
    return new OriginOptions.Source(
        Optional.ofNullable(commit)
            .or(() -> head.map(GitFacts.Head::commit))
            .or(() -> variable(variables, "GITHUB_SHA", "CI_COMMIT_SHA")),
        Optional.ofNullable(branch)
            .or(() -> head.flatMap(GitFacts.Head::branch))
            .or(() -> variable(variables, "GITHUB_REF_NAME", "CI_COMMIT_BRANCH")));
  }

  private static Optional<String> variable(Map<String, String> variables, String... names) {
    return Arrays.stream(names)
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
