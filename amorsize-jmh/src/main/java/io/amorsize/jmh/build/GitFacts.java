package io.amorsize.jmh.build;

import io.amorsize.jmh.build.Git.Answer;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What git knows of a folder or a file. */
public final class GitFacts {

  private static final String PROGRAM = "git";

  private GitFacts() {}

  /**
   * What is checked out.
   *
   * @param commit the full hash
   * @param branch the branch; empty where none is checked out
   */
  public record Head(String commit, Optional<String> branch) {}

  /**
   * The commit that changed a file last.
   *
   * @param commit the full hash
   * @param time when it was made
   */
  public record LastChange(String commit, Instant time) {}

  /** What is checked out in a folder; empty where that is no repository, or there is no git. */
  public static Optional<Head> head(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Git git = new Git(PROGRAM, folder);
    Optional<String> branch = answer(git, "symbolic-ref", "--short", "--quiet", "HEAD");
    return answer(git, "rev-parse", "--verify", "HEAD^{commit}")
        .map(commit -> new Head(commit, branch));
  }

  /** The commit that changed a file last; empty where the file is in none, or there is no git. */
  public static Optional<LastChange> lastChange(Path file) {
    Path absolute = file.toAbsolutePath();
    Git git = new Git(PROGRAM, absolute.getParent());
    Optional<String> log =
        answer(
            git,
            "log",
            "-1",
            "--no-show-signature",
            "--format=%H%n%aI",
            "--",
            absolute.getFileName().toString());
    List<String> lines = log.orElse("").lines().toList();
    if (lines.size() != 2) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(lines.get(1)).toInstant();
      return Optional.of(new LastChange(lines.get(0), time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What git answered; empty where it had nothing to say, or is not there. */
  private static Optional<String> answer(Git git, String... arguments) {
    try {
      Answer answer = git.run(arguments);
      return Optional.of(answer.out()).filter(text -> answer.isGood() && !text.isBlank());
    } catch (ResultFormatException e) {
      return Optional.empty();
    }
  }
}
