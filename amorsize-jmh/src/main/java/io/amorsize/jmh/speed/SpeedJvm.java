package io.amorsize.jmh.speed;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.jmh.runner.JavaFork;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts JVMs with this one's class path. */
final class SpeedJvm {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Path answer;

  /**
   * Starts JVMs.
   *
   * @param folder where they leave what they timed
   */
  SpeedJvm(Path folder) {
    this.answer = folder.resolve("answer.json");
  }

  /** Seconds that a {@link SpeedFork} timed, by name. */
  Map<String, List<Double>> times(List<String> jvmArgs, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(answer.toString()));
    all.addAll(arguments);
    run(jvmArgs, SpeedFork.class, all);
    Map<String, List<Double>> times = new TreeMap<>();
    JsonFile.readTree(answer)
        .properties()
        .forEach(
            entry ->
                times.put(
                    entry.getKey(),
                    entry.getValue().valueStream().map(value -> value.doubleValue()).toList()));
    return times;
  }

  /**
   * Runs a class to its end.
   *
   * @throws BenchmarkFailedException if it does not end well
   */
  void run(List<String> jvmArgs, Class<?> main, List<String> arguments) {
    String classPath = JavaFork.measuring(TIMEOUT).classPath();
    try {
      JavaFork.Outcome outcome = new JavaFork(jvmArgs, classPath, TIMEOUT).run(main, arguments);
      if (!outcome.succeeded()) {
        throw new BenchmarkFailedException(main.getSimpleName() + ": " + outcome.complaint());
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("no JVM could be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
  }
}
