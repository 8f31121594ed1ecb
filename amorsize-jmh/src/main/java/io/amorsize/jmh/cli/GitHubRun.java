package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.GitHubAnnotations;
import io.amorsize.verdict.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The job of GitHub Actions that the program runs in: annotations go to standard error, which
 * GitHub reads as it reads standard output, and the document is added to the job's summary.
 */
final class GitHubRun {

  private final Terminal terminal;

  private GitHubRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The job, if there is one. */
  static Optional<GitHubRun> of(Terminal terminal) {
    return "true".equals(terminal.variables().get("GITHUB_ACTIONS"))
        ? Optional.of(new GitHubRun(terminal))
        : Optional.empty();
  }

  /** Shows a comparison where its readers look. */
  void show(Comparison comparison, String markdown) {
    terminal.err().print(GitHubAnnotations.lines(comparison));
    String summary = terminal.variables().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (summary.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          Path.of(summary),
          markdown + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      terminal.say("the job's summary cannot be written: " + e);
    }
  }
}
