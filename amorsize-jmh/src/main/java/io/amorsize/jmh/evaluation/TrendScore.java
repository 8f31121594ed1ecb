package io.amorsize.jmh.evaluation;

import java.util.Map;

/**
 * How a method did on one noise.
 *
 * @param noise what the nights were, in words
 * @param method what judged, in words
 * @param found share of series in which what was planted was found; of a spike and of variance,
 *     share in which they were taken for a change
 * @param precision share of what was reported, in series with a change, that was it
 * @param falsePer100 changes reported for 100 nights of a series without one
 * @param delay median number of nights after the first changed one until it was found; NaN offline
 */
public record TrendScore(
    String noise,
    String method,
    Map<PlantedTrend, Estimate> found,
    Map<PlantedTrend, Estimate> precision,
    Estimate falsePer100,
    Map<PlantedTrend, Double> delay) {

  /** Copies the maps. */
  public TrendScore {
    found = Map.copyOf(found);
    precision = Map.copyOf(precision);
    delay = Map.copyOf(delay);
  }
}
