package io.amorsize.verdict;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.ruler.RulerReading;
import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that the criteria look at.
 *
 * @param items number of items
 * @param minSpeedup the workload's minimum speedup
 * @param maxExecutionTime the workload's longest time
 * @param plan the recommendation
 * @param benchmark the measurement, where there is one
 * @param observedType what sampling saw
 * @param rulers what the host gave beside each pair of forks
 */
public record WorkloadEvidence(
    int items,
    double minSpeedup,
    Duration maxExecutionTime,
    PlanRecord plan,
    Optional<BenchmarkResult> benchmark,
    WorkloadType observedType,
    List<RulerReading> rulers) {

  /** Copies the readings. */
  public WorkloadEvidence {
    rulers = List.copyOf(rulers);
  }

  /** The evidence about a workload. */
  public static WorkloadEvidence of(
      WorkloadSpec<?, ?> spec,
      PlanRecord plan,
      Optional<BenchmarkResult> benchmark,
      WorkloadType observedType,
      List<RulerReading> rulers) {
    return new WorkloadEvidence(
        spec.dataSize(),
        spec.minSpeedup(),
        spec.maxExecutionTime(),
        plan,
        benchmark,
        observedType,
        rulers);
  }

  /**
   * Share of the cores that the ruler got while the plan was measured, its median over the pairs;
   * empty where no ruler ran, or where the function waits and needs no cores.
   */
  OptionalDouble coreShare() {
    if (rulers.isEmpty() || observedType != WorkloadType.CPU_BOUND) {
      return OptionalDouble.empty();
    }
    double[] shares = rulers.stream().mapToDouble(RulerReading::coreShare).sorted().toArray();
    return OptionalDouble.of(
        Math.min(1, Arrays.stream(shares).skip((shares.length - 1) / 2).findFirst().orElseThrow()));
  }

  /** The speedup that the same run would have shown on a host that gave all its cores. */
  double speedupAtFullCores(double measured) {
    return measured / coreShare().orElse(1);
  }
}
