package io.amorsize.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a result: a benchmark with its parameters, and everything measured of it.
 *
 * @param key what was measured
 * @param primary the benchmark's own score
 * @param secondary other metrics by name, such as {@code gc.alloc.rate.norm}; names without the
 *     middle dot that JMH put before them up to 1.36
 * @param settings how it was measured
 */
public record BenchmarkRow(
    BenchmarkKey key, Metric primary, SortedMap<String, Metric> secondary, RowSettings settings) {

  /** Copies the metrics. */
  public BenchmarkRow {
    requireNonNull(key, "key is null");
    requireNonNull(primary, "primary is null");
    requireNonNull(settings, "settings is null");
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
  }

  /**
   * The same row without the first iterations of each fork of its primary metric; the score stays
   * what the file states.
   *
   * @param count iterations to leave out, at least 0
   * @throws ResultFormatException in one sentence, if a fork would have no iteration left
   */
  public BenchmarkRow withoutFirstIterations(int count) {
    List<Fork> shorter = new ArrayList<>();
    for (Fork fork : primary.measurements().forks()) {
      if (count >= fork.size()) {
        throw new ResultFormatException(
            "%s: cannot leave out the first %d iterations: fork %d has only %d; leave out at most %d"
                .formatted(
                    ShownText.of(key.benchmark()),
                    count,
                    shorter.size() + 1,
                    fork.size(),
                    fork.size() - 1));
      }
      shorter.add(fork.withoutFirst(count));
    }
    Measurements kept = new Measurements(primary.unit(), shorter);
    return new BenchmarkRow(
        key, new Metric(kept, primary.score(), primary.problem()), secondary, settings);
  }

  /**
   * This row with another's forks behind its own.
   *
   * @param other a row of the same key
   * @return empty where the primary metrics measure different things
   */
  Optional<BenchmarkRow> joinedWith(BenchmarkRow other) {
    return primary
        .joinedWith(other.primary)
        .map(
            joined ->
                new BenchmarkRow(
                    key, joined, joinedSecondary(other), settings.joinedWith(other.settings)));
  }

  private SortedMap<String, Metric> joinedSecondary(BenchmarkRow other) {
    SortedMap<String, Metric> joined = new TreeMap<>(secondary);
    other.secondary.forEach(
        (name, metric) -> joined.merge(name, metric, BenchmarkRow::joinedOrUnusable));
    return joined;
  }

  private static Metric joinedOrUnusable(Metric first, Metric second) {
    return first
        .joinedWith(second)
        .orElseGet(
            () ->
                Metric.unusable(
                    first.unit(),
                    first.score(),
                    "the files give it in "
                        + first.unit().symbol()
                        + " and in "
                        + second.unit().symbol()));
  }
}
