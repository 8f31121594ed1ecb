package io.amorsize.jmh.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Files as JMH writes them, of benchmarks that never ran. */
final class GeneratedResults {

  /** Noise between forks and within one: medians of measured benchmarks. */
  private static final double FORK_SD = 0.02;

  private static final double ITERATION_SD = 0.03;

  private static final int BYTES_OF_A_SCORE = 40;
  private static final int BYTES_OF_A_ROW = 1500;

  private static final String ROW =
"""
    {
        "jmhVersion" : "1.37",
        "benchmark" : "org.example.component%d.Benchmark%d.measure",
        "mode" : "avgt",
        "threads" : 1,
        "forks" : %d,
        "jvm" : "/usr/lib/jvm/java-17/bin/java",
        "jvmArgs" : [
        ],
        "jdkVersion" : "17.0.15",
        "vmName" : "OpenJDK 64-Bit Server VM",
        "vmVersion" : "17.0.15+6",
        "warmupIterations" : 5,
        "warmupTime" : "1 s",
        "warmupBatchSize" : 1,
        "measurementIterations" : %d,
        "measurementTime" : "1 s",
        "measurementBatchSize" : 1,
        "params" : {
            "size" : "%d"
        },
        "primaryMetric" : {
            "score" : %s,
            "scoreError" : %s,
            "scoreConfidence" : [
                %s,
                %s
            ],
            "scorePercentiles" : {
                "0.0" : %s,
                "50.0" : %s,
                "100.0" : %s
            },
            "scoreUnit" : "us/op",
            "rawData" : [
%s
            ]
        },
        "secondaryMetrics" : {
        }
    }""";

  private final int forks;
  private final int iterations;

  /** Files whose rows have so many forks of so many iterations. */
  GeneratedResults(int forks, int iterations) {
    this.forks = forks;
    this.iterations = iterations;
  }

  /** How many rows a file of about this size has. */
  int rows(int megabytes) {
    return (int) (megabytes * 1e6 / (BYTES_OF_A_ROW + BYTES_OF_A_SCORE * forks * iterations));
  }

  /**
   * Writes a file.
   *
   * @return the file
   */
  Path write(Path file, int rows, long seed) {
    SplittableRandom noise = new SplittableRandom(seed);
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("[\n");
      for (int row = 0; row < rows; row++) {
        writer.write(row(row, noise));
        writer.write(row + 1 < rows ? ",\n" : "\n]\n");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private String row(int row, SplittableRandom noise) {
    double level = (1 + row % 97) * Math.PI;
    return ROW.formatted(
        row % 20,
        row / 4,
        forks,
        iterations,
        1 << row % 4,
        level,
        level * 0.01,
        level * 0.99,
        level * 1.01,
        level * 0.95,
        level,
        level * 1.05,
        rawData(level, noise));
  }

  private String rawData(double level, SplittableRandom noise) {
    StringBuilder text = new StringBuilder();
    for (int fork = 0; fork < forks; fork++) {
      double mean = level * Math.exp(FORK_SD * noise.nextGaussian());
      text.append(fork == 0 ? "" : ",\n").append("                [\n");
      for (int i = 0; i < iterations; i++) {
        text.append(i == 0 ? "" : ",\n").append("                    ");
        text.append(mean * Math.exp(ITERATION_SD * noise.nextGaussian()));
      }
      text.append("\n                ]");
    }
    return text.toString();
  }
}
