package io.amorsize.jmh.interleaved;

import io.amorsize.result.BenchmarkKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one process measures: a benchmark with one value of each parameter, in all its modes.
 *
 * @param benchmark full name of the benchmark
 * @param params value of each parameter
 */
public record BenchmarkUnit(String benchmark, SortedMap<String, String> params)
    implements Comparable<BenchmarkUnit> {

  private static final Comparator<BenchmarkUnit> ORDER =
      Comparator.comparing(BenchmarkUnit::benchmark).thenComparing(unit -> unit.params.toString());

  /** Copies the parameters and checks the name. */
  public BenchmarkUnit {
    if (benchmark.isBlank()) {
      throw new IllegalArgumentException("benchmark must be a name, is blank");
    }
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** What names its rows as long as nobody measured it: of no mode, and unknown threads. */
  public BenchmarkKey key() {
    return new BenchmarkKey(benchmark, "", params, 0);
  }

  static List<BenchmarkKey> keys(List<BenchmarkUnit> units) {
    return units.stream().map(BenchmarkUnit::key).toList();
  }

  @Override
  public int compareTo(BenchmarkUnit other) {
    return ORDER.compare(this, other);
  }

  /** Name and parameters, as {@code a.B.c {size=10}}. */
  @Override
  public String toString() {
    return params.isEmpty() ? benchmark : benchmark + " " + params;
  }
}
