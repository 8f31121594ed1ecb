package io.amorsize.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t, each computed once: the rows of a suite ask for the same few. */
public final class StudentQuantile {

  private record Key(int degrees, double tail) {}

  private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

  private StudentQuantile() {}

  /**
   * The value that is exceeded with a probability.
   *
   * @param degrees of freedom, at least 1
   * @param tail that probability, in (0, 1): 0.025 for a two-sided interval of 95 %
   */
  public static double of(int degrees, double tail) {
    return KNOWN.computeIfAbsent(
        new Key(degrees, tail),
        key -> TDistribution.of(key.degrees).inverseSurvivalProbability(key.tail));
  }
}
