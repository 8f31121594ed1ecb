package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.Measurements;
import io.amorsize.result.RowSettings;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.unit.Better;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What one run says of a series.
 *
 * @param run the run
 * @param measurements the forks with their iterations, in the unit of the series; at least one fork
 * @param better which way is better
 * @param settings how it was measured
 */
public record SeriesPoint(
    RecordedRun run, Measurements measurements, Better better, RowSettings settings) {

  /** Checks that something was measured. */
  public SeriesPoint {
    requireNonNull(run, "run is null");
    requireNonNull(better, "better is null");
    requireNonNull(settings, "settings is null");
    if (measurements.forks().isEmpty()) {
      throw new IllegalArgumentException("a point needs at least one fork");
    }
  }

  /** Number of forks, at least 1. */
  public int forks() {
    return measurements.forks().size();
  }

  /** The costs of all forks: scores, or their inverses where more is better. */
  public ForkCosts costs() {
    boolean inverse = better == Better.HIGHER;
    return ForkCosts.of(
        measurements.forks().stream()
            .map(fork -> fork.stream().map(score -> inverse ? 1 / score : score).toArray())
            .toArray(double[][]::new));
  }

  /**
   * The center in the unit of the series, as comparisons show it: by the geometric mean of the
   * forks' mean costs, or the mean of the forks where not every score is above 0.
   */
  public double value() {
    OptionalDouble cost = cost();
    return cost.isPresent()
        ? better == Better.HIGHER ? 1 / cost.getAsDouble() : cost.getAsDouble()
        : Arrays.stream(measurements.forkMeans()).average().orElseThrow();
  }

  /**
   * The geometric mean of the forks' mean costs, above 0, of which more is worse; empty where not
   * every score is above 0.
   */
  public OptionalDouble cost() {
    ForkCosts costs = costs();
    return costs.arePositive() ? OptionalDouble.of(costs.center()) : OptionalDouble.empty();
  }
}
