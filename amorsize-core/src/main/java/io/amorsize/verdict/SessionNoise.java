package io.amorsize.verdict;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.statistics.ForkNoise;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How much the same code differs between two sessions, and between the forks of one.
 *
 * @param usual sd of the log ratio of two sessions, at least 0, where nothing is known of a row; 0
 *     if both sides were measured in one session or nothing is known at all
 * @param rows the same for rows of which it is known
 * @param forks how much forks of one session differ in rows of which it is known, which counts
 *     where both sides were measured fork by fork
 * @param calibrated how often the rule flagged unchanged code where this was learned
 */
public record SessionNoise(
    double usual,
    Map<Row, Double> rows,
    Map<BenchmarkKey, ForkNoise> forks,
    Optional<Calibrated> calibrated) {

  /** Both sides were measured in one session, or nothing is known. */
  public static final SessionNoise NONE = new SessionNoise(0, Map.of());

  /** Noise between sessions alone. */
  public SessionNoise(double usual, Map<Row, Double> rows) {
    this(usual, rows, Map.of(), Optional.empty());
  }

  /**
   * What a host showed when code was compared with itself.
   *
   * @param when the time
   * @param alarms how often it was flagged
   */
  public record Calibrated(Instant when, Alarms alarms) {}

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
    forks = Map.copyOf(forks);
    requireNonNull(calibrated, "calibrated is null");
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

  /** The same with what a calibration showed. */
  public SessionNoise seen(Optional<Calibrated> shown) {
    return new SessionNoise(usual, rows, forks, shown);
  }

  /** What is known of the forks of a benchmark's own scores. */
  ForkNoise ofForks(BenchmarkKey key, String metric) {
    return metric.equals(RowComparison.PRIMARY)
        ? forks.getOrDefault(key.withoutPlan(), ForkNoise.UNKNOWN)
        : ForkNoise.UNKNOWN;
  }

  /** The sd for a metric of a benchmark. */
  public double of(BenchmarkKey key, String metric) {
    return rows.isEmpty() ? usual : rows.getOrDefault(new Row(key.withoutPlan(), metric), usual);
  }
}
