package io.amorsize.jmh.cli;

import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.WorkloadChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Carries what a comparison found into the results that it is about. */
final class Regressions {

  private Regressions() {}

  static Map<String, PerformanceResult> mark(
      Map<String, PerformanceResult> results, PerformanceComparison comparison) {
    if (!comparison.hasRegressions()) {
      return results;
    }
    Map<String, PerformanceResult> marked = new LinkedHashMap<>(results);
    results.forEach(
        (name, result) -> {
          List<String> found =
              comparison.regressions().stream()
                  .filter(change -> change.workload().equals(name))
                  .map(Regressions::sentence)
                  .toList();
          if (!found.isEmpty()) {
            marked.put(name, result.withRegression(found));
          }
        });
    return marked;
  }

  private static String sentence(WorkloadChange change) {
    return String.format(
        Locale.ROOT,
        "regression: %s changed by %+.1f %%, from %.4g to %.4g",
        change.metric().label().replace('_', ' '),
        change.changePercent(),
        change.base(),
        change.current());
  }
}
