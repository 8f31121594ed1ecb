package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import io.amorsize.unit.MetricUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of one row, as a file holds it.
 *
 * @param measurements the forks; none where the file keeps no raw data
 * @param score the score that the file states; empty where it is no finite number
 * @param problem why the raw data cannot be judged, in a few words; empty where it can
 */
public record Metric(Measurements measurements, OptionalDouble score, Optional<String> problem) {

  /** Checks that nothing is missing. */
  public Metric {
    requireNonNull(measurements, "measurements is null");
    requireNonNull(score, "score is null");
    requireNonNull(problem, "problem is null");
  }

  /** A metric whose raw data cannot be judged: it has no forks. */
  public static Metric unusable(MetricUnit unit, OptionalDouble score, String problem) {
    return new Metric(new Measurements(unit, List.of()), score, Optional.of(problem));
  }

  /** What the scores are. */
  public MetricUnit unit() {
    return measurements.unit();
  }

  /**
   * This metric with the forks of another behind its own, in this metric's unit. The score is the
   * mean of both stated scores, weighted by iterations. Where one of the two has a problem, so has
   * the whole.
   *
   * @return empty where the other measures something else
   */
  Optional<Metric> joinedWith(Metric other) {
    return other.unit().factorTo(unit()).map(factor -> joinedWith(other, factor));
  }

  private Metric joinedWith(Metric other, double factor) {
    OptionalDouble joinedScore = joinedScore(other, factor);
    Optional<String> trouble = problem.or(other::problem);
    if (trouble.isPresent()) {
      return unusable(unit(), joinedScore, trouble.get());
    }
    try {
      Measurements joined = measurements.plus(other.measurements, factor);
      return new Metric(joined, joinedScore, Optional.empty());
    } catch (IllegalArgumentException e) {
      return unusable(unit(), joinedScore, "a score is too large for " + unit().symbol());
    }
  }

  private OptionalDouble joinedScore(Metric other, double factor) {
    if (score.isEmpty() || other.score.isEmpty()) {
      return OptionalDouble.empty();
    }
    double mine = Math.max(1, measurements.iterations());
    double theirs = Math.max(1, other.measurements.iterations());
    double mean =
        (mine * score.getAsDouble() + theirs * other.score.getAsDouble() * factor)
            / (mine + theirs);
    return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
  }
}
