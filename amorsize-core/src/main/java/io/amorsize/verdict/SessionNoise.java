package io.amorsize.verdict;

import io.amorsize.result.BenchmarkKey;
import java.util.Map;

/**
 * How much two sessions of the same code differ.
 *
 * @param usual sd of the log ratio of two sessions, at least 0, where nothing is known of a row; 0
 *     if both sides were measured in one session or nothing is known at all
 * @param rows the same for rows of which it is known
 */
public record SessionNoise(double usual, Map<Row, Double> rows) {

  /** Both sides were measured in one session, or nothing is known. */
  public static final SessionNoise NONE = new SessionNoise(0, Map.of());

  /**
   * A metric of a benchmark.
   *
   * @param key the benchmark
   * @param metric {@code primary}, or the name of a secondary metric
   */
  public record Row(BenchmarkKey key, String metric) {}

  /** Copies the rows and checks the ranges. */
  public SessionNoise {
    rows = Map.copyOf(rows);
    requireSd(usual);
    rows.values().forEach(SessionNoise::requireSd);
  }

  private static void requireSd(double sd) {
    if (!(sd >= 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("an sd must be 0 or more, is " + sd);
    }
  }

  /** The same for all rows. */
  public static SessionNoise of(double sd) {
    return new SessionNoise(sd, Map.of());
  }

  /** The sd for a metric of a benchmark. */
  public double of(BenchmarkKey key, String metric) {
    return rows.isEmpty() ? usual : rows.getOrDefault(new Row(key.withoutPlan(), metric), usual);
  }
}
