package io.amorsize.history;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run measured.
 *
 * @param rows rows of JMH, with their raw data, in the order of their files
 * @param results results of workloads by name, in the order of their file
 */
public record RunContent(List<BenchmarkRow> rows, Map<String, PerformanceResult> results) {

  /** Copies both; refuses a run that measured nothing. */
  public RunContent {
    rows = List.copyOf(rows);
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    if (rows.isEmpty() && results.isEmpty()) {
      throw new IllegalArgumentException("a run needs a row or a workload's result");
    }
  }

  /** Rows of JMH alone. */
  public static RunContent ofRows(List<BenchmarkRow> rows) {
    return new RunContent(rows, Map.of());
  }

  /** Results of workloads alone. */
  public static RunContent ofResults(Map<String, PerformanceResult> results) {
    return new RunContent(List.of(), results);
  }

  /**
   * SHA-256 of everything that was measured, 64 hexadecimal digits: the same for the same numbers
   * in the same order, whatever file, compression or store they come from.
   */
  public String hash() {
    return new ContentDigest().of(this);
  }

  /** The rows as one side of a comparison. */
  public BenchmarkRun asRun(String label, RunOrigin origin) {
    return new BenchmarkRun(label, rows, origin.environment(), List.of());
  }
}
