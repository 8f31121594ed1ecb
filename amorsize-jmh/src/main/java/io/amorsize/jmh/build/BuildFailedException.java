package io.amorsize.jmh.build;

import java.util.List;

/** A build command that did not succeed; the message says so in one sentence. */
public final class BuildFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String commit;
  private final int exitCode;
  private final String lastOutput;

  /**
   * A failed build.
   *
   * @param message what happened, in one sentence
   * @param commit the full hash of the commit that was built
   * @param exitCode the exit code of the command
   * @param lastLines the last lines that the command printed
   */
  public BuildFailedException(String message, String commit, int exitCode, List<String> lastLines) {
    super(message);
    this.commit = commit;
    this.exitCode = exitCode;
    this.lastOutput = String.join("\n", lastLines);
  }

  /** The full hash of the commit that was built. */
  public String commit() {
    return commit;
  }

  /** The exit code of the command. */
  public int exitCode() {
    return exitCode;
  }

  /** The last lines that the command printed, at most 15; they may hold control characters. */
  public List<String> lastLines() {
    return lastOutput.lines().toList();
  }
}
