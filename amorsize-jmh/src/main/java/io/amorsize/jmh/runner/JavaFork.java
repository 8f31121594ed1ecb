package io.amorsize.jmh.runner;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class in a JVM of its own.
 *
 * @param jvmArgs arguments of the JVM
 * @param classPath its class path
 * @param timeout time after which it is ended
 */
public record JavaFork(List<String> jvmArgs, String classPath, Duration timeout) {

  /** Copies the arguments. */
  public JavaFork {
    jvmArgs = List.copyOf(jvmArgs);
  }

  /** A JVM like those that measure: this one's arguments and class path, and a fixed heap. */
  public static JavaFork measuring(Duration timeout) {
    return new JavaFork(
        ForkJvm.measuringArgs(java.util.Optional.empty()),
        ForkJvm.classPath(java.util.Optional.empty()),
        timeout);
  }

  /** The same with further arguments of the JVM, which override earlier ones. */
  public JavaFork with(List<String> furtherArgs) {
    List<String> all = new ArrayList<>(jvmArgs);
    all.addAll(furtherArgs);
    return new JavaFork(all, classPath, timeout);
  }

  /** The same with another time after which it is ended. */
  JavaFork withTimeout(Duration other) {
    return new JavaFork(jvmArgs, classPath, other);
  }

  /**
   * What a fork left.
   *
   * @param ended whether it ended by itself within the time
   * @param exitValue its exit code; -1 where it was ended
   * @param output what it printed, both streams
   */
  public record Outcome(boolean ended, int exitValue, String output) {

    /** Whether it ended by itself and well. */
    public boolean succeeded() {
      return ended && exitValue == 0;
    }

    /** The first line that names an exception or an error, or what the exit code says. */
    public String complaint() {
      return output
          .lines()
          .map(String::strip)
          .filter(line -> line.contains("Exception") || line.contains("Error"))
          .findFirst()
          .orElse("its JVM ended with exit code " + exitValue);
    }
  }

  /**
   * Runs a class and waits.
   *
   * @param main the class
   * @param args its arguments
   * @throws IOException if no JVM can be started
   * @throws InterruptedException if the caller is interrupted; the JVM is ended
   */
  public Outcome run(Class<?> main, List<String> args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.add("-cp");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(args);
    Path output = Files.createTempFile("amorsize-fork", ".txt");
    try {
      return run(command, output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private Outcome run(List<String> command, Path output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      String said = Files.readString(output, Charset.defaultCharset());
      return new Outcome(ended, ended ? process.exitValue() : -1, said);
    } finally {
      process.destroyForcibly();
    }
  }
}
