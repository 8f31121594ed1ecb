package io.amorsize.jmh.cli;

import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.RunEnvironment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Results of workloads as one side of a comparison.
 *
 * @param label what the user called it
 * @param results its results by workload name
 */
record ResultsArgument(String label, Map<String, PerformanceResult> results) {

  /** Reads a results file. */
  static ResultsArgument read(String label, Path file, ReadLimits limits) {
    return new ResultsArgument(label, PerformanceResultJson.read(file, limits));
  }

  /** The same with some of its workloads alone. */
  ResultsArgument only(Set<String> names) {
    Map<String, PerformanceResult> kept = new LinkedHashMap<>(results);
    kept.keySet().retainAll(names);
    return new ResultsArgument(label, kept);
  }

  /** Where the results were measured, as far as they say. */
  Optional<RunEnvironment> environment() {
    return environment(results);
  }

  static Optional<RunEnvironment> environment(Map<String, PerformanceResult> results) {
    return results.values().stream().flatMap(result -> result.environment().stream()).findFirst();
  }
}
