package io.amorsize.jmh.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Python's reader of JSON, where there is a {@code python3}. */
final class PythonReading {

  private static final String SCRIPT =
      """
      import json, sys, time
      start = time.perf_counter()
      with open(sys.argv[1], encoding="utf-8") as file:
          json.load(file)
      print(time.perf_counter() - start)
      """;

  private PythonReading() {}

  /** Seconds that a fresh Python takes to read a file; empty where there is no Python. */
  static OptionalDouble seconds(Path file) {
    try {
      Process python =
          new ProcessBuilder(List.of("python3", "-c", SCRIPT, file.toString()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed =
          new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return python.waitFor() == 0
          ? OptionalDouble.of(Double.parseDouble(printed))
          : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }
}
