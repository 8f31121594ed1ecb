package io.amorsize.verdict;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that the criteria look at.
 *
 * @param items number of items
 * @param minSpeedup the workload's minimum speedup
 * @param maxExecutionTime the workload's longest time
 * @param plan the recommendation
 * @param benchmark the measurement, where there is one
 * @param observedType what sampling saw
 * @param host what the host gave while planning and measuring, where a ruler ran
 */
public record WorkloadEvidence(
    int items,
    double minSpeedup,
    Duration maxExecutionTime,
    PlanRecord plan,
    Optional<BenchmarkResult> benchmark,
    WorkloadType observedType,
    Optional<HostDuring> host) {

  /** The evidence about a workload. */
  public static WorkloadEvidence of(
      WorkloadSpec<?, ?> spec,
      PlanRecord plan,
      Optional<BenchmarkResult> benchmark,
      WorkloadType observedType,
      Optional<SpeedupMeasurement> measurement) {
    return new WorkloadEvidence(
        spec.dataSize(),
        spec.minSpeedup(),
        spec.maxExecutionTime(),
        plan,
        benchmark,
        observedType,
        measurement.flatMap(HostDuring::of));
  }

  /**
   * Share of the cores that the host gave while it measured; 1 where no ruler ran, or where the
   * function waits and needs no cores.
   */
  double coreShare() {
    return computingHost().map(HostDuring::coreShare).orElse(1.0);
  }

  /** The same for the worse of planning and measuring. */
  double leastCoreShare() {
    return computingHost().map(HostDuring::leastCoreShare).orElse(1.0);
  }

  private Optional<HostDuring> computingHost() {
    return host.filter(known -> observedType == WorkloadType.CPU_BOUND);
  }

  /** The speedup that the same run would have shown on a host that gave all its cores. */
  double speedupAtFullCores(double measured) {
    return measured / coreShare();
  }
}
