package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.ruler.RulerReading;
import io.amorsize.statistics.PairedRatio;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The forks behind a measured speedup: the i-th serial and the i-th parallel fork ran one after the
 * other, beside the i-th ruler reading.
 *
 * @param serial time per pass of the serial loop
 * @param parallel time per pass of the parallel plan, in the same unit and number of forks
 * @param rulers one reading for each pair, or none
 * @param predictions one for each pair, made just before it, or none
 */
public record SpeedupMeasurement(
    Measurements serial,
    Measurements parallel,
    List<RulerReading> rulers,
    List<Prediction> predictions) {

  private static final double CONFIDENCE = 0.95;

  /** Checks that the forks pair up. */
  public SpeedupMeasurement {
    requireNonNull(serial, "serial is null");
    requireNonNull(parallel, "parallel is null");
    rulers = List.copyOf(rulers);
    predictions = List.copyOf(predictions);
    if (serial.forks().size() != parallel.forks().size() || serial.forks().isEmpty()) {
      throw new IllegalArgumentException(
          "need as many serial as parallel forks and at least one, are "
              + serial.forks().size()
              + " and "
              + parallel.forks().size());
    }
    if (!serial.unit().equals(parallel.unit())) {
      throw new IllegalArgumentException(
          "units differ: " + serial.unit().symbol() + " and " + parallel.unit().symbol());
    }
    requireOnePerPair("ruler readings", rulers.size(), serial.forks().size());
    requireOnePerPair("predictions", predictions.size(), serial.forks().size());
  }

  private static void requireOnePerPair(String what, int found, int pairs) {
    if (found != 0 && found != pairs) {
      throw new IllegalArgumentException(
          "need " + what + " for each of " + pairs + " pairs or none, are " + found);
    }
  }

  /** The median of the predictions; empty where none were made beside the pairs. */
  public OptionalDouble predictedSpeedup() {
    return predictions.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Median.withDefaults()
                .evaluate(predictions.stream().mapToDouble(Prediction::speedup).toArray()));
  }

  /** Time of the serial loop over that of the plan, pair by pair, by the medians of the forks. */
  public PairedRatio speedup() {
    return PairedRatio.of(serial.forkMedians(), parallel.forkMedians(), CONFIDENCE);
  }
}
