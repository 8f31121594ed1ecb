package io.amorsize.history;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.RowSettings;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What is followed of a workload: how fast its plan is, and how good the optimizer was. */
final class WorkloadSamples {

  private static final String SPEEDUP = "speedup";
  private static final String ACCURACY = "accuracy";
  private static final String EXECUTION_TIME = "execution_time";

  /**
   * Time of the plan over that of the better of what was measured, the plan and what stood beside
   * it: 1 where the choice was right, 2 where the other would have been twice as fast.
   */
  private static final String REGRET = "regret";

  private static final MetricUnit FACTOR = MetricUnit.parse("x");
  private static final MetricUnit PERCENT = MetricUnit.parse("%");

  private final String workload;
  private final List<Sample> samples = new ArrayList<>();

  private WorkloadSamples(String workload) {
    this.workload = workload;
  }

  /** Which way a workload's metric is better. */
  static Better better(String metric) {
    return metric.equals(SPEEDUP) || metric.equals(ACCURACY) ? Better.HIGHER : Better.LOWER;
  }

  /** The samples of a result; none where nothing was measured. */
  static List<Sample> of(PerformanceResult result) {
    WorkloadSamples workload = new WorkloadSamples(result.workloadName());
    result.benchmarkResult().ifPresent(measured -> workload.add(result, measured));
    return workload.samples;
  }

  private void add(PerformanceResult result, BenchmarkResult measured) {
    boolean serial = result.optimizerResult().map(plan -> plan.nJobs() == 1).orElse(false);
    Optional<SpeedupMeasurement> kept = result.measurement();
    double[] speedups =
        kept.filter(unused -> !serial)
            .map(WorkloadSamples::ratios)
            .orElse(new double[] {measured.actualSpeedup()});
    add(SPEEDUP, FACTOR, measured.actualSpeedup(), speedups);
    add(ACCURACY, PERCENT, measured.accuracyPercent(), measured.accuracyPercent());
    double seconds = measured.parallelTime().toNanos() / 1e9;
    double[] times =
        kept.map(forks -> serial ? forks.serial() : forks.parallel())
            .flatMap(WorkloadSamples::seconds)
            .orElse(new double[] {seconds});
    add(EXECUTION_TIME, MetricUnit.SECONDS_PER_OPERATION, seconds, times);
    regret(measured, kept, serial).ifPresent(factor -> add(REGRET, FACTOR, factor, factor));
  }

  private static double[] ratios(SpeedupMeasurement kept) {
    double[] serial = kept.serial().forkMedians();
    double[] parallel = kept.parallel().forkMedians();
    double[] ratios = new double[serial.length];
    Arrays.setAll(ratios, i -> serial[i] / parallel[i]);
    return ratios;
  }

  private static Optional<double[]> seconds(Measurements forks) {
    return forks
        .unit()
        .factorTo(MetricUnit.SECONDS_PER_OPERATION)
        .map(factor -> Arrays.stream(forks.forkMedians()).map(time -> time * factor).toArray());
  }

  /** Unknown for a serial plan whose alternative was not kept. */
  private static Optional<Double> regret(
      BenchmarkResult measured, Optional<SpeedupMeasurement> kept, boolean serial) {
    if (serial) {
      return kept.map(forks -> Math.max(1, forks.speedup().ratio()));
    }
    return Optional.of(Math.max(1, 1 / measured.actualSpeedup()));
  }

  /** Adds a metric whose forks have one value each. */
  private void add(String metric, MetricUnit unit, double value, double... forks) {
    if (!Double.isFinite(value) || !Arrays.stream(forks).allMatch(Double::isFinite)) {
      return;
    }
    List<Fork> each = Arrays.stream(forks).mapToObj(Fork::of).toList();
    samples.add(
        new Sample(
            SeriesKey.ofWorkload(workload, metric),
            Sample.OF_RESULT,
            0,
            new TreeMap<>(),
            new Metric(new Measurements(unit, each), OptionalDouble.of(value), Optional.empty()),
            RowSettings.UNKNOWN));
  }
}
