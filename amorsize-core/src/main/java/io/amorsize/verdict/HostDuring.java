package io.amorsize.verdict;

import io.amorsize.result.PerformanceResult;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.ruler.RulerReading;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a host gave while one workload was measured, as medians over the ruler's readings.
 *
 * @param singleNanos time of the ruler's work on one thread
 * @param coreShare share of the plan's cores that the host gave
 */
record HostDuring(double singleNanos, double coreShare) {

  static Optional<HostDuring> of(PerformanceResult result) {
    List<RulerReading> rulers =
        result.measurement().map(SpeedupMeasurement::rulers).orElse(List.of());
    return rulers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostDuring(
                median(rulers, RulerReading::singleNanos),
                Math.min(1, median(rulers, RulerReading::coreShare))));
  }

  private static double median(List<RulerReading> rulers, ToDoubleFunction<RulerReading> value) {
    double[] sorted = rulers.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
