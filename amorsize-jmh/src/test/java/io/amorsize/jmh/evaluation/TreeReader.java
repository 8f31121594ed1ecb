package io.amorsize.jmh.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.json.JmhRows;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads clean JMH files: enough for recorded benchmarks, and for no user's file. */
final class TreeReader {

  private TreeReader() {}

  static BenchmarkRun read(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      List<BenchmarkRow> rows = new ArrayList<>();
      new ObjectMapper().readTree(in).forEach(row -> rows.add(row(row)));
      return new BenchmarkRun(file.toString(), rows, Optional.empty(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BenchmarkRow row(JsonNode json) {
    TreeMap<String, String> params = new TreeMap<>();
    json.path("params").properties().forEach(p -> params.put(p.getKey(), p.getValue().asText()));
    BenchmarkKey key =
        new BenchmarkKey(
            json.path("benchmark").asText(),
            json.path("mode").asText(),
            params,
            json.path("threads").asInt());
    Metric primary = new Metric(JmhRows.primary(json), OptionalDouble.empty(), Optional.empty());
    return new BenchmarkRow(key, primary, new TreeMap<>(), settings(json));
  }

  private static RowSettings settings(JsonNode json) {
    return new RowSettings(
        Optional.of(json.path("jmhVersion").asText()),
        Optional.of(json.path("jdkVersion").asText()),
        Optional.of(json.path("vmName").asText()),
        Optional.of(json.path("vmVersion").asText()),
        Optional.of(json.path("jvmArgs").valueStream().map(JsonNode::asText).toList()),
        OptionalInt.of(json.path("forks").asInt()),
        OptionalInt.of(json.path("warmupIterations").asInt()),
        OptionalInt.of(json.path("measurementIterations").asInt()),
        Optional.of(json.path("warmupTime").asText()),
        Optional.of(json.path("measurementTime").asText()));
  }
}
