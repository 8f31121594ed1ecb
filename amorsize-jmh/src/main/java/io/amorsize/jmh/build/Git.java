package io.amorsize.jmh.build;

import io.amorsize.result.ResultFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program git, run in a folder and never through a shell. */
final class Git {

  /** Left by a hook that calls us, these would lead git to the user's own tree and index. */
  private static final Set<String> OF_A_CALLER =
      Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

  private final String program;
  private final Path folder;

  Git(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * What git answered.
   *
   * @param exitCode 0 where it did what was asked
   * @param out what it printed on standard output, without the line feed at the end
   * @param err what it printed on standard error
   */
  record Answer(int exitCode, String out, String err) {

    boolean isGood() {
      return exitCode == 0;
    }

    /** The first line of what went wrong. */
    String problem() {
      List<String> lines = err.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      return lines.stream()
          .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .findFirst()
          .or(() -> lines.stream().findFirst())
          .orElse("git ended with exit code " + exitCode);
    }
  }

  Path folder() {
    return folder;
  }

  Git in(Path otherFolder) {
    return new Git(program, otherFolder);
  }

  /** Takes from a process what a hook's git would tell it. */
  static void forgetCaller(ProcessBuilder process) {
    process.environment().keySet().removeAll(OF_A_CALLER);
  }

  /**
   * Runs git.
   *
   * @throws ResultFormatException in one sentence, if it cannot be started
   */
  Answer run(String... arguments) {
    try {
      Path errors = Files.createTempFile("amorsize-git", ".txt");
      try {
        Process process = process(arguments).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        int exitCode = process.waitFor();
        String err = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
        return new Answer(exitCode, withoutLineFeed(out), err);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          "git cannot be run ("
              + e.getMessage()
              + "); install it, or build both jars yourself and name them: ab OLD.jar NEW.jar",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResultFormatException("git was interrupted; start again", e);
    }
  }

  private ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-c", "core.fsmonitor=false"));
    // Hooks are for the user's own checkouts.
    command.addAll(List.of("-c", "core.hooksPath=" + nullDevice()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    forgetCaller(process);
    process.environment().put("LC_ALL", "C");
    process.environment().put("GIT_TERMINAL_PROMPT", "0");
    // Else 'git status' would write the user's index.
    process.environment().put("GIT_OPTIONAL_LOCKS", "0");
    return process;
  }

  private static String nullDevice() {
    return File.separatorChar == '\\' ? "NUL" : "/dev/null";
  }

  private static String withoutLineFeed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
