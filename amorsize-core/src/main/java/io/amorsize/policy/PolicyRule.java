package io.amorsize.policy;

import io.amorsize.unit.Better;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rule for the benchmarks and metrics that two patterns match.
 *
 * @param benchmark full names of benchmarks
 * @param metric {@code primary}, or names of secondary metrics
 * @param threshold the smallest effect that counts; empty leaves it to later rules
 * @param margin within which sides count as the same; empty leaves it to later rules
 * @param better which way is better; empty leaves it to later rules or the unit
 */
public record PolicyRule(
    Glob benchmark,
    Glob metric,
    OptionalDouble threshold,
    OptionalDouble margin,
    Optional<Better> better) {

  boolean matches(String benchmarkName, String metricName) {
    return benchmark.matches(benchmarkName) && metric.matches(metricName);
  }
}
