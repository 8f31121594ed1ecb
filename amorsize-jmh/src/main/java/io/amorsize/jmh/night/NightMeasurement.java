package io.amorsize.jmh.night;

import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a night measures. */
public interface NightMeasurement {

  /** The word of its step, for example {@code suite}. */
  String word();

  /**
   * Measures what is not measured yet.
   *
   * @param run the folder that then holds the run: results of workloads, rows of JMH, and where
   *     they were measured
   * @throws io.amorsize.jmh.runner.BenchmarkFailedException if nothing could be measured
   */
  Outcome measure(Path run);

  /** How its rows are measured again; empty where nobody knows the jar. */
  Optional<Again> again();

  /**
   * What came of measuring.
   *
   * @param sentence in words
   * @param failures what could not be measured, a sentence each
   */
  record Outcome(String sentence, List<String> failures) {

    /** Copies the list. */
    public Outcome {
      failures = List.copyOf(failures);
    }
  }

  /**
   * How rows are measured again.
   *
   * @param side the jar, the JVM and its arguments
   * @param arguments JMH's arguments of every fork
   */
  record Again(JarSide side, JmhArguments arguments) {}
}
