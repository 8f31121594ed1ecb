package io.amorsize.jmh.speed;

import io.amorsize.statistics.PairedRatio;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What was timed.
 *
 * @param scale how much was measured
 * @param readers threads of ours that read the file, at least 1
 * @param seconds of each round, by what was timed; what this machine cannot run is not there
 */
public record SpeedScores(SpeedScale scale, int readers, Map<Timed, List<Double>> seconds) {

  private static final double CONFIDENCE = 0.95;

  /** Copies the times. */
  public SpeedScores {
    seconds = Map.copyOf(new EnumMap<>(seconds));
  }

  boolean has(Timed what) {
    return seconds.containsKey(what);
  }

  /** Half of the rounds took longer. */
  double medianSeconds(Timed what) {
    return Median.withDefaults().evaluate(array(what));
  }

  /** The ratio of two things that were timed in the same rounds. */
  PairedRatio ratio(Timed what, Timed beside) {
    return PairedRatio.of(array(what), array(beside), CONFIDENCE);
  }

  private double[] array(Timed what) {
    return seconds.get(what).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
