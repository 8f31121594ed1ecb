package io.amorsize.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.statistics.Interval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results file: an object from workload name to the seven keys of a {@link PerformanceResult},
 * in snake case. The Python tool reads and writes the same form.
 */
public final class PerformanceResultJson {

  private PerformanceResultJson() {}

  /**
   * Reads a results file.
   *
   * @return results by workload name, in the order of the file
   * @throws ResultFormatException in one sentence, if the file is missing or not such a file
   */
  public static Map<String, PerformanceResult> read(Path file) {
    return read(file, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @return results by workload name, in the order of the file
   * @throws ResultFormatException in one sentence, if the file is missing, holds too much or is not
   *     such a file
   */
  public static Map<String, PerformanceResult> read(Path file, ReadLimits limits) {
    JsonPlace root = JsonFile.read(file, limits);
    root.requireAtMost(limits.maxRows());
    return read(root);
  }

  /**
   * Reads an object from workload name to result.
   *
   * @throws ResultFormatException in one sentence, if it is not one
   */
  public static Map<String, PerformanceResult> read(JsonPlace root) {
    if (!looksLikeResults(root.node())) {
      throw root.problem(
          "is not a results file: need an object from workload name to a result with the keys"
              + " optimizer_result and benchmark_result");
    }
    Map<String, PerformanceResult> results = new LinkedHashMap<>();
    root.members().forEach(place -> results.put(place.key(), readResult(place)));
    return results;
  }

  /** Whether a tree has the shape of a results file; an empty object does not. */
  public static boolean looksLikeResults(JsonNode root) {
    return root.isObject()
        && !root.isEmpty()
        && root.valueStream()
            .allMatch(value -> value.has("optimizer_result") && value.has("benchmark_result"));
  }

  /** The text of a results file. */
  public static String write(Collection<PerformanceResult> results) {
    Map<String, Object> json = new LinkedHashMap<>();
    results.forEach(result -> json.put(result.workloadName(), plain(result)));
    return JsonFile.text(json);
  }

  /** A result as plain values: the seven keys. */
  public static Map<String, Object> plain(PerformanceResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workload_name", result.workloadName());
    json.put(
        "optimizer_result",
        result.optimizerResult().map(PerformanceResultJson::plan).orElse(Map.of()));
    json.put(
        "benchmark_result",
        result.benchmarkResult().map(PerformanceResultJson::benchmark).orElse(null));
    json.put("passed", result.passed());
    json.put("regression_detected", result.regressionDetected());
    json.put("issues", result.issues());
    json.put("metadata", result.metadata());
    return json;
  }

  private static Map<String, Object> plan(PlanRecord plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n_jobs", plan.nJobs());
    json.put("chunksize", plan.chunkSize());
    json.put("reason", plan.reason());
    json.put("estimated_speedup", plan.estimatedSpeedup());
    json.put("warnings", plan.warnings());
    json.put("executor_type", plan.executorType());
    return json;
  }

  private static Map<String, Object> benchmark(BenchmarkResult benchmark) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("serial_time", seconds(benchmark.serialTime()));
    json.put("parallel_time", seconds(benchmark.parallelTime()));
    json.put("actual_speedup", benchmark.actualSpeedup());
    json.put("predicted_speedup", benchmark.predictedSpeedup());
    json.put("accuracy_percent", benchmark.accuracyPercent());
    json.put("error_percent", benchmark.errorPercent());
    json.put("recommendations", benchmark.recommendations());
    return json;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static PerformanceResult readResult(JsonPlace place) {
    place.object();
    JsonPlace metadata = place.at("metadata");
    MetadataJson.check(metadata);
    Map<String, Object> plainMetadata =
        metadata.isPresent() ? JsonFile.plain(metadata.object().node()) : Map.of();
    return new PerformanceResult(
        place.key(),
        place
            .at("optimizer_result")
            .ifPresent()
            .filter(plan -> !plan.object().node().isEmpty())
            .map(PerformanceResultJson::readPlan),
        place.at("benchmark_result").ifPresent().map(PerformanceResultJson::readBenchmark),
        place.at("passed").ifPresent().map(JsonPlace::bool).orElse(true),
        place.at("regression_detected").ifPresent().map(JsonPlace::bool).orElse(false),
        place.at("issues").texts(),
        plainMetadata);
  }

  private static PlanRecord readPlan(JsonPlace place) {
    return new PlanRecord(
        place.at("n_jobs").integer(),
        place.at("chunksize").integer(),
        place.at("estimated_speedup").numberIfKnown().orElse(Double.NaN),
        place.at("executor_type").ifPresent().map(JsonPlace::text).orElse("unknown"),
        place.at("reason").ifPresent().map(JsonPlace::text).orElse(""),
        place.at("warnings").texts());
  }

  private static BenchmarkResult readBenchmark(JsonPlace place) {
    double actual = place.at("actual_speedup").positive();
    double predicted = place.at("predicted_speedup").positive();
    return new BenchmarkResult(
        duration(place.at("serial_time")),
        duration(place.at("parallel_time")),
        actual,
        predicted,
        place.at("accuracy_percent").number(),
        place
            .at("error_percent")
            .numberIfKnown()
            .orElse(BenchmarkResult.errorPercent(actual, predicted)),
        Optional.<Interval>empty(),
        place.at("recommendations").texts());
  }

  private static Duration duration(JsonPlace place) {
    return Duration.ofNanos(Math.max(1, Math.round(place.positive() * 1e9)));
  }
}
