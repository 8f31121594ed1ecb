package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Benchmarks whose forks and iterations vary like a normal distribution. */
final class SyntheticRows {

  private SyntheticRows() {}

  /**
   * Benchmarks with a sd between forks and half as much between iterations, every other inverse.
   */
  static List<BenchmarkRow> of(int count, int forks, double sd, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BenchmarkRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String unit = i % 2 == 0 ? "ns/op" : "ops/s";
      rows.add(row("bench.Row" + i, unit, forks(forks, sd, random)));
    }
    return rows;
  }

  static BenchmarkRow row(String name, String unit, double[][] forks) {
    List<Fork> list = new ArrayList<>();
    for (double[] fork : forks) {
      list.add(Fork.of(fork));
    }
    Metric primary =
        new Metric(
            new Measurements(MetricUnit.parse(unit), list),
            OptionalDouble.empty(),
            Optional.empty());
    BenchmarkKey key = new BenchmarkKey(name, "avgt", new TreeMap<>(), 1);
    return new BenchmarkRow(key, primary, new TreeMap<>(), RowSettings.UNKNOWN);
  }

  private static double[][] forks(int forks, double sd, SplittableRandom random) {
    double[][] scores = new double[forks][10];
    for (double[] fork : scores) {
      double shift = sd * random.nextGaussian();
      for (int i = 0; i < fork.length; i++) {
        fork[i] = 100 * Math.exp(shift + sd / 2 * random.nextGaussian());
      }
    }
    return scores;
  }
}
