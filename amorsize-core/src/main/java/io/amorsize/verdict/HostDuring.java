package io.amorsize.verdict;

import io.amorsize.result.PerformanceResult;
import io.amorsize.result.Prediction;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.ruler.RulerReading;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a host gave while one workload was measured, as medians over the ruler's readings.
 *
 * @param singleNanos time of the ruler's work on one thread
 * @param coreShare share of the plan's cores that the host gave while it was measured
 * @param planningCoreShare the same while it was planned
 */
public record HostDuring(double singleNanos, double coreShare, double planningCoreShare) {

  static Optional<HostDuring> of(PerformanceResult result) {
    return result.measurement().flatMap(HostDuring::of);
  }

  static Optional<HostDuring> of(SpeedupMeasurement measurement) {
    List<RulerReading> rulers = measurement.rulers();
    if (rulers.isEmpty()) {
      return Optional.empty();
    }
    List<RulerReading> planning =
        measurement.predictions().stream().map(Prediction::ruler).toList();
    double measuring = Math.min(1, median(rulers, RulerReading::coreShare));
    return Optional.of(
        new HostDuring(
            median(rulers, RulerReading::singleNanos),
            measuring,
            planning.isEmpty()
                ? measuring
                : Math.min(1, median(planning, RulerReading::coreShare))));
  }

  /** The lesser of the two shares: a plan for one core stays one when the cores come back. */
  double leastCoreShare() {
    return Math.min(coreShare, planningCoreShare);
  }

  private static double median(List<RulerReading> rulers, ToDoubleFunction<RulerReading> value) {
    double[] sorted = rulers.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
