package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of one benchmark: forks, each with its iterations. The levels are never flattened,
 * since iterations of one JVM are not independent of each other.
 *
 * @param unit what the scores are
 * @param forks the forks in the order in which they ran; may be empty
 */
public record Measurements(MetricUnit unit, List<Fork> forks) {

  /** Copies the list. */
  public Measurements {
    requireNonNull(unit, "unit is null");
    forks = List.copyOf(forks);
  }

  /** Mean of each fork, in the order in which they ran. */
  public double[] forkMeans() {
    return forks.stream().mapToDouble(Fork::mean).toArray();
  }

  /** Median of each fork, in the order in which they ran. */
  public double[] forkMedians() {
    return forks.stream().mapToDouble(Fork::median).toArray();
  }

  /** Each iteration of each fork as a cost, above which another is worse. */
  public List<double[]> forkCosts() {
    boolean inverted = unit.better() == Better.HIGHER;
    return forks.stream()
        .map(fork -> fork.stream().map(score -> inverted ? 1 / score : score).toArray())
        .toList();
  }

  /** Number of iterations of all forks. */
  public int iterations() {
    return forks.stream().mapToInt(Fork::size).sum();
  }

  /** The same with another's forks behind, each score of which is multiplied by a factor. */
  Measurements plus(Measurements other, double factor) {
    List<Fork> all = new ArrayList<>(forks);
    other.forks.forEach(fork -> all.add(factor == 1 ? fork : fork.times(factor)));
    return new Measurements(unit, all);
  }
}
