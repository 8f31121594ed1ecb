package io.amorsize.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How much forks of one session differ in a row, as it was learned from many: the standard
 * deviation of each of the {@link ForkSummaries}, on the log scale.
 *
 * @param least of the least cost, at least 0
 * @param mean of the mean of the logs, at least 0
 * @param slow of the 90 % quantile, at least 0
 */
public record ForkNoise(double least, double mean, double slow) {

  /** Nothing is known. */
  public static final ForkNoise UNKNOWN = new ForkNoise(0, 0, 0);

  /** Checks the ranges. */
  public ForkNoise {
    for (double sd : new double[] {least, mean, slow}) {
      if (!(sd >= 0) || Double.isInfinite(sd)) {
        throw new IllegalArgumentException("an sd must be 0 or more, is " + sd);
      }
    }
  }

  /**
   * What sessions of one code show: the root of the mean variance between their forks.
   *
   * @param sessions forks of each session, at least 2 each; at least one session
   */
  public static ForkNoise of(List<ForkSummaries> sessions) {
    return new ForkNoise(pooled(sessions, 0), pooled(sessions, 1), pooled(sessions, 2));
  }

  private static double pooled(List<ForkSummaries> sessions, int summary) {
    return Math.sqrt(
        sessions.stream()
            .mapToDouble(session -> Variance.of(session.summary(summary)).getAsDouble())
            .average()
            .orElseThrow());
  }

  /** The sd of a summary, by its number. */
  double of(int summary) {
    return switch (summary) {
      case 0 -> least;
      case 1 -> mean;
      default -> slow;
    };
  }
}
