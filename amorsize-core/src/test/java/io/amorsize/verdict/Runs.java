package io.amorsize.verdict;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/** Makes runs for tests. */
final class Runs {

  private Runs() {}

  static BenchmarkRun run(String label, BenchmarkRow... rows) {
    return new BenchmarkRun(label, List.of(rows), Optional.empty(), List.of());
  }

  static BenchmarkRun run(String label, List<BenchmarkRow> rows) {
    return new BenchmarkRun(label, rows, Optional.empty(), List.of());
  }

  static BenchmarkKey key(String benchmark) {
    return new BenchmarkKey(benchmark, "avgt", new TreeMap<>(), 1);
  }

  static BenchmarkRow row(String benchmark, Metric primary) {
    return row(key(benchmark), primary);
  }

  static BenchmarkRow row(BenchmarkKey key, Metric primary) {
    return new BenchmarkRow(key, primary, new TreeMap<>(), RowSettings.UNKNOWN);
  }

  static BenchmarkRow with(BenchmarkRow row, String name, Metric secondary) {
    TreeMap<String, Metric> all = new TreeMap<>(row.secondary());
    all.put(name, secondary);
    return new BenchmarkRow(row.key(), row.primary(), all, row.settings());
  }

  static BenchmarkRow with(BenchmarkRow row, RowSettings settings) {
    return new BenchmarkRow(row.key(), row.primary(), row.secondary(), settings);
  }

  static BenchmarkKey with(BenchmarkKey key, Map<String, String> params) {
    return new BenchmarkKey(key.benchmark(), key.mode(), new TreeMap<>(params), key.threads());
  }

  static Metric metric(String unit, double[]... forks) {
    return new Metric(
        new Measurements(MetricUnit.parse(unit), Arrays.stream(forks).map(Fork::of).toList()),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** Forks of ten iterations around a score; forks vary by 0.5 %, iterations by 1 %. */
  static Metric noisy(String unit, double score, int forks, long seed) {
    Random random = new Random(seed);
    double[][] scores = new double[forks][10];
    for (double[] fork : scores) {
      double center = score * Math.exp(0.005 * random.nextGaussian());
      for (int i = 0; i < fork.length; i++) {
        fork[i] = center * Math.exp(0.01 * random.nextGaussian());
      }
    }
    return metric(unit, scores);
  }

  /** The same metric with every score multiplied. */
  static Metric times(Metric metric, double factor) {
    List<Fork> forks = new ArrayList<>();
    for (Fork fork : metric.measurements().forks()) {
      forks.add(Fork.of(fork.stream().map(score -> score * factor).toArray()));
    }
    return new Metric(
        new Measurements(metric.measurements().unit(), forks), metric.score(), metric.problem());
  }
}
