package io.amorsize.verdict;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.Prediction;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.statistics.ForkTest;
import io.amorsize.unit.Better;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of one workload on both sides.
 *
 * @param workload the workload's name
 * @param metric what is compared
 * @param base value of the baseline
 * @param current value now
 * @param p of the test on fork level; empty where a side keeps no forks
 * @param hostFactor how many times worse the metric is expected to be by what the hosts gave; 1
 *     where nothing is known of them
 */
record MetricPair(
    String workload,
    WorkloadMetric metric,
    double base,
    double current,
    OptionalDouble p,
    double hostFactor) {

  double changePercent() {
    return 100 * (current - base) / base;
  }

  /** Whether the metric got worse by more than a threshold. */
  boolean isWorse(double threshold) {
    return worsening() > threshold;
  }

  /** Whether the metric got better by more than a threshold. */
  boolean isBetter(double threshold) {
    return worsening() < -threshold;
  }

  /** The change as a share of the baseline's value, above 0 where it is for the worse. */
  private double worsening() {
    double share = (current - base) / base;
    return metric.better() == Better.LOWER ? share : -share;
  }

  /** Whether what the hosts gave explains all that goes beyond the threshold. */
  boolean isExplainedByHost(double threshold) {
    MetricPair adjusted = new MetricPair(workload, metric, base, adjustedCurrent(), p, 1);
    return isWorse(threshold) ? !adjusted.isWorse(threshold) : !adjusted.isBetter(threshold);
  }

  private double adjustedCurrent() {
    return metric.better() == Better.LOWER ? current / hostFactor : current * hostFactor;
  }

  /** The metrics of a workload that both sides measured. */
  static List<MetricPair> of(PerformanceResult base, PerformanceResult current) {
    BenchmarkResult before = base.benchmarkResult().orElseThrow();
    BenchmarkResult now = current.benchmarkResult().orElseThrow();
    double cores = 1;
    double speed = 1;
    Optional<HostDuring> hostBefore = HostDuring.of(base);
    Optional<HostDuring> hostNow = HostDuring.of(current);
    if (hostBefore.isPresent() && hostNow.isPresent()) {
      cores = hostBefore.get().leastCoreShare() / hostNow.get().leastCoreShare();
      speed = hostNow.get().singleNanos() / hostBefore.get().singleNanos();
    }
    String name = base.workloadName();
    List<MetricPair> pairs = new ArrayList<>();
    pairs.add(
        new MetricPair(
            name,
            WorkloadMetric.SPEEDUP,
            before.actualSpeedup(),
            now.actualSpeedup(),
            p(base, current, WorkloadMetric.SPEEDUP),
            cores));
    pairs.add(
        new MetricPair(
            name,
            WorkloadMetric.ACCURACY,
            before.accuracyPercent(),
            now.accuracyPercent(),
            p(base, current, WorkloadMetric.ACCURACY),
            cores));
    pairs.add(
        new MetricPair(
            name,
            WorkloadMetric.EXECUTION_TIME,
            before.parallelTime().toNanos() / 1e9,
            now.parallelTime().toNanos() / 1e9,
            p(base, current, WorkloadMetric.EXECUTION_TIME),
            speed * cores));
    return pairs;
  }

  private static OptionalDouble p(
      PerformanceResult base, PerformanceResult current, WorkloadMetric metric) {
    double[] before = forkValues(base, metric);
    double[] now = forkValues(current, metric);
    return before.length == 0 || now.length == 0
        ? OptionalDouble.empty()
        : ForkTest.of(before, now).p();
  }

  /** The metric of each fork, or of each pair of forks; none where the result keeps no forks. */
  private static double[] forkValues(PerformanceResult result, WorkloadMetric metric) {
    Optional<SpeedupMeasurement> kept = result.measurement();
    if (kept.isEmpty()) {
      return new double[0];
    }
    double[] serial = kept.get().serial().forkMedians();
    double[] parallel = kept.get().parallel().forkMedians();
    boolean serialPlan = result.optimizerResult().map(plan -> plan.nJobs() == 1).orElse(false);
    double[] predicted = predictions(result, kept.get());
    // A serial plan's speedup is 1 by definition; it is as uncertain as the pairs that say so.
    double serialIsOne = serialPlan ? kept.get().speedup().ratio() : 1;
    double[] values = new double[serial.length];
    Arrays.setAll(
        values,
        i ->
            switch (metric) {
              case SPEEDUP -> serial[i] / parallel[i] / serialIsOne;
              case ACCURACY -> accuracy(serial[i] / parallel[i], predicted[i], serialPlan);
              case EXECUTION_TIME -> serialPlan ? serial[i] : parallel[i];
            });
    return values;
  }

  /** The prediction beside each pair; the one prediction of all, where there was but one. */
  private static double[] predictions(PerformanceResult result, SpeedupMeasurement kept) {
    double[] each = kept.predictions().stream().mapToDouble(Prediction::speedup).toArray();
    if (each.length == 0) {
      each = new double[kept.serial().forks().size()];
      Arrays.fill(each, result.benchmarkResult().orElseThrow().predictedSpeedup());
    }
    return each;
  }

  private static double accuracy(double speedup, double predicted, boolean serialPlan) {
    return serialPlan
        ? BenchmarkResult.accuracyPercent(1, Math.max(1, speedup))
        : BenchmarkResult.accuracyPercent(speedup, predicted);
  }
}
