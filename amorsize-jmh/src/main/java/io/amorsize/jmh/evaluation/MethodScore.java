package io.amorsize.jmh.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one method did on one file.
 *
 * @param data the file, in words
 * @param forks forks of a row on both sides
 * @param rows rows of a suite
 * @param suites how many suites were played
 * @param method the method's name
 * @param estimates what was scored
 */
public record MethodScore(
    String data,
    ForkCounts forks,
    int rows,
    int suites,
    String method,
    Map<Measure, Estimate> estimates) {

  /** Copies the estimates. */
  public MethodScore {
    Map<Measure, Estimate> copy = new EnumMap<>(Measure.class);
    copy.putAll(estimates);
    estimates = Collections.unmodifiableMap(copy);
  }

  /** An estimate; {@link Estimate#NONE} where it was not scored. */
  public Estimate get(Measure measure) {
    return estimates.getOrDefault(measure, Estimate.NONE);
  }
}
