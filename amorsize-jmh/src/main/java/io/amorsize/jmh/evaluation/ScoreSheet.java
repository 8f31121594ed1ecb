package io.amorsize.jmh.evaluation;

import java.util.EnumMap;
import java.util.Map;

/** The tallies of one method. */
final class ScoreSheet {

  private final int rows;
  private final int suites;
  private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);

  /**
   * An empty sheet.
   *
   * @param rows how many benchmarks there are
   * @param suites how many suites are played
   */
  ScoreSheet(int rows, int suites) {
    this.rows = rows;
    this.suites = suites;
  }

  /**
   * Notes a value.
   *
   * @param measure what it is of
   * @param cluster position of the benchmark, or of the suite
   * @param value the value
   */
  void add(Measure measure, int cluster, double value) {
    tally(measure).add(cluster, value);
  }

  void add(Measure measure, int cluster, boolean value) {
    add(measure, cluster, value ? 1.0 : 0.0);
  }

  void addAll(ScoreSheet other) {
    other.tallies.forEach((measure, tally) -> tally(measure).addAll(tally));
  }

  Map<Measure, Estimate> estimates() {
    Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
    tallies.forEach((measure, tally) -> estimates.put(measure, tally.estimate()));
    return estimates;
  }

  private Tally tally(Measure measure) {
    return tallies.computeIfAbsent(
        measure, unused -> new Tally(measure.isPerSuite() ? suites : rows));
  }
}
