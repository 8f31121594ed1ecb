package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.unit.Better;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What the iterations of one side of a row cost: the scores, or the inverse of a throughput. */
final class RowCosts {

  private final double[][] forks;

  private RowCosts(double[][] forks) {
    this.forks = forks;
  }

  static RowCosts of(BenchmarkRow row) {
    boolean inverse = isThroughput(row);
    return new RowCosts(
        row.primary().measurements().forks().stream()
            .map(Fork::stream)
            .map(scores -> scores.map(score -> inverse ? 1 / score : score).toArray())
            .toArray(double[][]::new));
  }

  static boolean isThroughput(BenchmarkRow row) {
    Measurements measurements = row.primary().measurements();
    return measurements.unit().better() == Better.HIGHER;
  }

  double[][] forks() {
    return forks;
  }

  /** All iterations of all forks. */
  double[] pooled() {
    return Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray();
  }

  double[] forkMeans() {
    return summary(costs -> DoubleStream.of(costs).average().orElseThrow());
  }

  double[] forkMinima() {
    return summary(costs -> DoubleStream.of(costs).min().orElseThrow());
  }

  private double[] summary(ToDoubleFunction<double[]> summarize) {
    return Arrays.stream(forks).mapToDouble(summarize).toArray();
  }
}
