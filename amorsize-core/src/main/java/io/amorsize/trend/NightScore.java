package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a night measured of a row, in the unit of its scores.
 *
 * @param night position among the nights of the suite
 * @param forks means of the forks, at least one
 * @param value the geometric mean of their costs, as comparisons show it
 * @param adjusted what is judged: the quietest summary of the forks, brought to the level of the
 *     most usual type of machine; empty where the night does not count, since its type came too
 *     rarely
 */
public record NightScore(int night, List<Double> forks, double value, OptionalDouble adjusted) {

  /** Copies the forks. */
  public NightScore {
    forks = List.copyOf(forks);
    requireNonNull(adjusted, "adjusted is null");
    if (forks.isEmpty()) {
      throw new IllegalArgumentException("a night that has the row needs a fork");
    }
  }

  /** Whether it counts. */
  public boolean counts() {
    return adjusted.isPresent();
  }
}
