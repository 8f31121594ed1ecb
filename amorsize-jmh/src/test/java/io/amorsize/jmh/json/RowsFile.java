package io.amorsize.jmh.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes files as JMH does, of forks that a test invents. */
public final class RowsFile {

  private static final int FORKS = 5;
  private static final int ITERATIONS = 10;
  private static final double QUIET = 0.002;

  private final ArrayNode rows = new ObjectMapper().createArrayNode();
  private ObjectNode last;
  private String jdk = "17.0.9";

  /** The JDK of the rows that follow. */
  public RowsFile jdk(String version) {
    jdk = version;
    return this;
  }

  /** A row of average time, five quiet forks around a center in us/op. */
  public RowsFile row(String benchmark, double center) {
    return row(benchmark, "avgt", "us/op", forks(center, FORKS, QUIET));
  }

  /** A row with these scores, a fork in each line. */
  public RowsFile row(String benchmark, String mode, String unit, double[][] forks) {
    last = rows.addObject();
    last.put("jmhVersion", "1.37").put("benchmark", benchmark).put("mode", mode);
    last.put("threads", 1).put("forks", forks.length).put("jdkVersion", jdk);
    last.put("vmName", "OpenJDK 64-Bit Server VM");
    last.put("warmupIterations", 5).put("measurementIterations", forks[0].length);
    metric(last.putObject("primaryMetric"), unit, forks);
    last.putObject("secondaryMetrics");
    return this;
  }

  /** The last row ran on so many threads. */
  public RowsFile threads(int threads) {
    last.put("threads", threads);
    return this;
  }

  /** The last row had no warm-up, and iterations of some length, as {@code 100 ms}. */
  public RowsFile unwarmed(String length) {
    last.put("warmupIterations", 0).put("measurementTime", length);
    return this;
  }

  /** The last row ran with a parameter. */
  public RowsFile param(String name, String value) {
    last.withObjectProperty("params").put(name, value);
    return this;
  }

  /** The last row has a further metric. */
  public RowsFile secondary(String name, String unit, double[][] forks) {
    metric(last.withObjectProperty("secondaryMetrics").putObject(name), unit, forks);
    return this;
  }

  private static void metric(ObjectNode metric, String unit, double[][] forks) {
    ArrayNode raw = metric.putArray("rawData");
    double sum = 0;
    for (double[] fork : forks) {
      ArrayNode iterations = raw.addArray();
      for (double score : fork) {
        iterations.add(score);
        sum += score / fork.length / forks.length;
      }
    }
    metric.put("score", sum).put("scoreUnit", unit);
  }

  /** Forks whose means vary by a share of their center, the same for the same arguments. */
  public static double[][] forks(double center, int count, double noise) {
    return IntStream.range(0, count)
        .mapToObj(
            fork -> {
              double level = center * (1 + noise * StrictMath.sin(7.3 * fork + 100 * center));
              return IntStream.range(0, ITERATIONS)
                  .mapToDouble(i -> level * (1 + noise / 4 * StrictMath.sin(2.1 * i + fork)))
                  .toArray();
            })
        .toArray(double[][]::new);
  }

  /** Writes them; a name that ends in {@code .gz} makes a compressed file. */
  public Path write(Path file) {
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(out, rows);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
