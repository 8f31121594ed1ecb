package io.amorsize.jmh.cli;

import io.amorsize.jmh.build.GitFacts;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which code was measured, as far as the user says. */
final class SourceOptions {

  @Option(
      names = "--commit",
      paramLabel = "HASH",
      description =
          "The commit that was measured (default: what the CI system says in GITHUB_SHA or"
              + " CI_COMMIT_SHA); nights of one commit show the noise.")
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
    return Stream.of(names).flatMap(name -> first(variables.get(name)).stream()).findFirst();
  }
}
