package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes runs whose forks vary by a fixed pattern. */
final class RunBuilder {

  private static final int ITERATIONS = 10;

  private final String label;
  private final String jdk;
  private final List<BenchmarkRow> rows = new ArrayList<>();

  RunBuilder(String label, String jdk) {
    this.label = label;
    this.jdk = jdk;
  }

  /** A row of average time with five quiet forks. */
  RunBuilder quiet(String benchmark, Map<String, String> params, double center) {
    return row(key(benchmark, "avgt", params, 1), "us/op", forks(center, 5, 0.002));
  }

  RunBuilder row(BenchmarkKey key, String unit, List<Fork> forks) {
    return row(key, unit, forks, Map.of());
  }

  RunBuilder row(BenchmarkKey key, String unit, List<Fork> forks, Map<String, Metric> secondary) {
    rows.add(new BenchmarkRow(key, metric(unit, forks), new TreeMap<>(secondary), settings()));
    return this;
  }

  BenchmarkRun run() {
    return new BenchmarkRun(label, rows, Optional.empty(), List.of());
  }

  static BenchmarkKey key(String benchmark, String mode, Map<String, String> params, int threads) {
    return new BenchmarkKey(benchmark, mode, new TreeMap<>(params), threads);
  }

  static Metric metric(String unit, List<Fork> forks) {
    return new Metric(
        new Measurements(MetricUnit.parse(unit), forks),
        OptionalDouble.of(forks.stream().mapToDouble(Fork::mean).average().orElseThrow()),
        Optional.empty());
  }

  /** Forks whose means vary by a share of their center, the same for the same arguments. */
  static List<Fork> forks(double center, int count, double noise) {
    return IntStream.range(0, count).mapToObj(fork -> fork(center, fork, noise)).toList();
  }

  private static Fork fork(double center, int fork, double noise) {
    double level = center * (1 + noise * StrictMath.sin(7.3 * fork + 100 * center));
    return Fork.of(
        IntStream.range(0, ITERATIONS)
            .mapToDouble(i -> level * (1 + noise / 4 * StrictMath.sin(2.1 * i + fork)))
            .toArray());
  }

  private RowSettings settings() {
    return new RowSettings(
        Optional.of("1.37"),
        Optional.of(jdk),
        Optional.of("OpenJDK 64-Bit Server VM"),
        Optional.empty(),
        Optional.of(List.of("-Xmx1g")),
        OptionalInt.of(5),
        OptionalInt.of(5),
        OptionalInt.of(ITERATIONS),
        Optional.of("1 s"),
        Optional.of("1 s"));
  }
}
