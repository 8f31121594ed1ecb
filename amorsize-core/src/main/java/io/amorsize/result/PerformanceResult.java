package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.optimizer.TimeBreakdown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of one workload: what was recommended, what was measured, and whether it passed.
 *
 * @param workloadName name of the workload
 * @param optimizerResult the recommendation; empty where planning failed
 * @param benchmarkResult prediction against measurement; empty where nothing was measured
 * @param passed whether no criterion was broken
 * @param regressionDetected whether the speedup floor was broken, or the comparison with a baseline
 *     found a regression
 * @param issues broken criteria, a sentence each
 * @param metadata everything else, as plain JSON values; key order is kept
 */
public record PerformanceResult(
    String workloadName,
    Optional<PlanRecord> optimizerResult,
    Optional<BenchmarkResult> benchmarkResult,
    boolean passed,
    boolean regressionDetected,
    List<String> issues,
    Map<String, Object> metadata) {

  /** Copies the collections. */
  public PerformanceResult {
    requireNonNull(workloadName, "workloadName is null");
    requireNonNull(optimizerResult, "optimizerResult is null");
    requireNonNull(benchmarkResult, "benchmarkResult is null");
    issues = List.copyOf(issues);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** The forks behind the measured speedup, where this result keeps them. */
  public Optional<SpeedupMeasurement> measurement() {
    return MetadataJson.measurement(metadata);
  }

  /** Where the result was measured, as far as it says. */
  public Optional<RunEnvironment> environment() {
    return MetadataJson.environment(metadata);
  }

  /** Where the plan's time was predicted to go; empty for serial plans, and where nothing says. */
  public Optional<TimeBreakdown> timeBreakdown() {
    return MetadataJson.timeBreakdown(metadata);
  }

  /** The same result, marked as a regression found by a comparison. */
  public PerformanceResult withRegression(List<String> regressions) {
    List<String> all = new java.util.ArrayList<>(issues);
    all.addAll(regressions);
    return new PerformanceResult(
        workloadName, optimizerResult, benchmarkResult, false, true, all, metadata);
  }

  /** The same result with one more fact, a plain JSON value, in its metadata. */
  public PerformanceResult withMetadata(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(metadata);
    more.put(key, value);
    return new PerformanceResult(
        workloadName, optimizerResult, benchmarkResult, passed, regressionDetected, issues, more);
  }
}
