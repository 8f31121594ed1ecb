package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes two rows measurements of the same thing.
 *
 * @param benchmark full name of the benchmark
 * @param mode JMH's short name of the mode: {@code thrpt}, {@code avgt}, {@code sample} or {@code
 *     ss}
 * @param params values of its parameters by name; empty where it has none
 * @param threads threads that called it at once; 0 where the file does not say
 */
public record BenchmarkKey(
    String benchmark, String mode, SortedMap<String, String> params, int threads)
    implements Comparable<BenchmarkKey> {

  /** Benchmarks whose plan is chosen by the optimizer, and the parameters that hold the plan. */
  private static final String OWN_BENCHMARKS = "io.amorsize.jmh.benchmarks.";

  /** What a parameter of a plan says where the optimizer is to choose. */
  private static final String OPEN = "auto";

  private static final Set<String> PLAN = Set.of("nJobs", "chunkSize", "executor");

  private static final Comparator<BenchmarkKey> ORDER =
      Comparator.comparing(BenchmarkKey::benchmark)
          .thenComparing(BenchmarkKey::paramText)
          .thenComparing(BenchmarkKey::mode)
          .thenComparingInt(BenchmarkKey::threads)
          .thenComparing(BenchmarkKey::unambiguousParams);

  /** Copies the parameters. */
  public BenchmarkKey {
    requireNonNull(benchmark, "benchmark is null");
    requireNonNull(mode, "mode is null");
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** The same key without some parameters. */
  public BenchmarkKey without(Set<String> names) {
    Map<String, String> kept = new TreeMap<>(params);
    kept.keySet().removeAll(names);
    return new BenchmarkKey(benchmark, mode, new TreeMap<>(kept), threads);
  }

  /** Whether the optimizer chose some of its parameters. */
  public boolean isPlanned() {
    return benchmark.startsWith(OWN_BENCHMARKS);
  }

  /**
   * The same key without the plan that the optimizer chose, which is no part of what is measured.
   */
  public BenchmarkKey withoutPlan() {
    return isPlanned() ? without(PLAN) : this;
  }

  /** The same key without those parts of its plan that the optimizer has yet to choose. */
  public BenchmarkKey withoutOpenPlan() {
    return isPlanned()
        ? without(
            PLAN.stream().filter(name -> OPEN.equals(params.get(name))).collect(Collectors.toSet()))
        : this;
  }

  /** The parameters as {@code name=value}, separated by commas; empty where there are none. */
  public String paramText() {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(","));
  }

  /** Values may hold {@code ,} and {@code =}; keys that differ must not compare as equal. */
  private String unambiguousParams() {
    return params.entrySet().stream()
        .map(param -> param.getKey().length() + ":" + param.getValue().length() + ";")
        .collect(Collectors.joining());
  }

  @Override
  public int compareTo(BenchmarkKey other) {
    return ORDER.compare(this, other);
  }
}
