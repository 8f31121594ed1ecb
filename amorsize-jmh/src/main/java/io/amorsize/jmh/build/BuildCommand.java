package io.amorsize.jmh.build;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The user's own command for a build; a shell reads it.
 *
 * @param text the command
 * @param prefix the folder of the repository in which it runs, empty for its root
 * @param log takes what it prints
 */
record BuildCommand(String text, String prefix, PrintStream log) {

  private static final long PASS_ON_MILLIS = 100;

  BuildCommand {
    if (text.isBlank()) {
      throw new ResultFormatException(
          "the build command is empty; give one, such as --build 'mvn -q package'");
    }
  }

  /**
   * Runs the command to its end.
   *
   * @throws BuildFailedException if it fails
   * @throws ResultFormatException in one sentence, if it cannot be run there
   */
  void run(Commit commit, Checkout checkout) {
    Path folder = checkout.tree().resolve(prefix);
    if (!Files.isDirectory(folder)) {
      throw new ResultFormatException(
          commit.label() + " has no folder " + prefix + "; start in one that both commits have");
    }
    BuildOutput output = new BuildOutput(checkout.besides().resolve("build.log"), log);
    try {
      int exitCode = exitCode(checkout, folder, output);
      if (exitCode != 0) {
        throw new BuildFailedException(
            failure(commit, "failed with exit code " + exitCode),
            commit.hash(),
            exitCode,
            output.lastLines());
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          failure(commit, "cannot be run: " + ShownText.of(e.toString())), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResultFormatException(failure(commit, "was interrupted"), e);
    }
  }

  private int exitCode(Checkout checkout, Path folder, BuildOutput output)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(shell())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.file().toFile());
    Git.forgetCaller(builder);
    Process process = checkout.start(builder);
    process.getOutputStream().close();
    while (!process.waitFor(PASS_ON_MILLIS, TimeUnit.MILLISECONDS)) {
      output.pass();
    }
    output.pass();
    return process.exitValue();
  }

  private List<String> shell() {
    return File.separatorChar == '\\' ? List.of("cmd", "/c", text) : List.of("sh", "-c", text);
  }

  private String failure(Commit commit, String what) {
    return "the build of " + commit.label() + " " + what + ": " + ShownText.of(text);
  }
}
