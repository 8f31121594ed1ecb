package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.BenchmarkKey;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a series follows over time: a metric of a benchmark, or of a workload.
 *
 * @param row the benchmark without the plan that the optimizer chose; a workload is a benchmark of
 *     the mode {@link #WORKLOAD} with no parameters and unknown threads
 * @param metric {@code primary}, the name of a secondary metric, or of a workload's metric: {@code
 *     speedup}, {@code accuracy}, {@code execution_time} or {@code regret}
 */
public record SeriesKey(BenchmarkKey row, String metric) implements Comparable<SeriesKey> {

  /** Stands where a row of JMH has its mode. */
  public static final String WORKLOAD = "workload";

  /** The benchmarks' own scores, and what is followed of workloads. */
  public static final List<String> USUAL_METRICS =
      List.of("primary", "speedup", "accuracy", "execution_time", "regret");

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::row).thenComparing(SeriesKey::metric);

  /** Takes the plan from the key. */
  public SeriesKey {
    row = requireNonNull(row, "row is null").withoutPlan();
    requireNonNull(metric, "metric is null");
  }

  /** A metric of a workload. */
  public static SeriesKey ofWorkload(String name, String metric) {
    return new SeriesKey(new BenchmarkKey(name, WORKLOAD, new TreeMap<>(), 0), metric);
  }

  /** Whether it follows results of a workload rather than rows of JMH. */
  public boolean isWorkload() {
    return row.mode().equals(WORKLOAD);
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
