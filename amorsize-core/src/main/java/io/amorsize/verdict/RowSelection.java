package io.amorsize.verdict;

import io.amorsize.policy.Glob;
import io.amorsize.result.BenchmarkKey;
import java.util.List;

/**
 * Which rows and metrics are compared.
 *
 * @param include full names of benchmarks; none means all
 * @param exclude full names of benchmarks that are left out
 * @param metrics {@code primary} and names of secondary metrics
 */
public record RowSelection(List<Glob> include, List<Glob> exclude, List<Glob> metrics) {

  /** The own scores of all benchmarks. */
  public static final RowSelection PRIMARY_OF_ALL =
      new RowSelection(List.of(), List.of(), List.of(new Glob(RowComparison.PRIMARY)));

  /** Copies the lists. */
  public RowSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    metrics = List.copyOf(metrics);
  }

  /** Whether a benchmark is compared. */
  public boolean takes(BenchmarkKey key) {
    return (include.isEmpty() || matches(include, key.benchmark()))
        && !matches(exclude, key.benchmark());
  }

  /** Whether a metric is compared. */
  public boolean takes(String metric) {
    return matches(metrics, metric);
  }

  private static boolean matches(List<Glob> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
