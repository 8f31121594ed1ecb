package io.amorsize.jmh.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Texts of result files for tests. */
final class ResultText {

  private ResultText() {}

  /** A list of results. */
  static String list(String... rows) {
    return "[\n" + String.join(",\n", rows) + "\n]\n\n\n";
  }

  /** A result with these scores. */
  static String row(String benchmark, String rawData) {
    return row(benchmark, metric("us/op", "\"rawData\":" + rawData), "");
  }

  /**
   * A result.
   *
   * @param more members behind the metric, each with a comma before it
   */
  static String row(String benchmark, String metric, String more) {
    return """
    {"jmhVersion":"1.37","benchmark":"%s","mode":"avgt","threads":2,"forks":2,"jvm":"/j",\
    "jvmArgs":["-Xmx1g","-ea"],"jdkVersion":"21.0.1","vmName":"VM","vmVersion":"21+1",\
    "warmupIterations":5,"warmupTime":"1 s","measurementIterations":3,"measurementTime":"2 s",\
    "primaryMetric":%s%s}"""
        .formatted(benchmark, metric, more);
  }

  /** A metric with its data as a member, such as {@code "rawData":[[1]]}. */
  static String metric(String unit, String data) {
    return """
        {"score":2.5,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],\
        "scorePercentiles":{"0.0":1.0},"scoreUnit":"%s",%s}"""
        .formatted(unit, data);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
