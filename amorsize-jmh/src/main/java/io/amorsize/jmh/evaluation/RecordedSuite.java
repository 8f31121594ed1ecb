package io.amorsize.jmh.evaluation;

import io.amorsize.history.SeriesKey;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ResultFormatException;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.RowNights;
import io.amorsize.trend.SuiteNights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows that all recorded nights have in common. */
final class RecordedSuite {

  private static final int FEWEST_NIGHTS = 30;

  private final List<RecordedNight> nights;
  private final List<BenchmarkRow> rows;
  private final double[][][] logCosts;

  /**
   * The rows of some nights.
   *
   * @throws ResultFormatException if there are too few nights or no common row
   */
  RecordedSuite(List<RecordedNight> nights) {
    if (nights.size() < FEWEST_NIGHTS) {
      throw new ResultFormatException(
          "there are " + nights.size() + " recorded nights; the evaluation needs " + FEWEST_NIGHTS);
    }
    this.nights = nights;
    List<Map<BenchmarkKey, BenchmarkRow>> byKey = new ArrayList<>();
    for (RecordedNight night : nights) {
      Map<BenchmarkKey, BenchmarkRow> keyed = new HashMap<>();
      night.run().rows().forEach(row -> keyed.putIfAbsent(row.key(), row));
      byKey.add(keyed);
    }
    this.rows =
        nights.get(0).run().rows().stream()
            .filter(row -> byKey.stream().allMatch(keyed -> isUsable(keyed.get(row.key()))))
            .toList();
    if (rows.isEmpty()) {
      throw new ResultFormatException("no row is in all of the recorded nights");
    }
    this.logCosts = new double[rows.size()][nights.size()][];
    for (int row = 0; row < logCosts.length; row++) {
      for (int night = 0; night < nights.size(); night++) {
        BenchmarkRow there = byKey.get(night).get(rows.get(row).key());
        logCosts[row][night] = ForkCosts.of(RowCosts.of(there).forks()).logMeans();
      }
    }
  }

  private static boolean isUsable(BenchmarkRow row) {
    return row != null
        && !row.primary().measurements().forks().isEmpty()
        && ForkCosts.of(RowCosts.of(row).forks()).arePositive();
  }

  int rows() {
    return rows.size();
  }

  int nights() {
    return nights.size();
  }

  String name(int row) {
    return rows.get(row).key().benchmark();
  }

  RecordedNight night(int position) {
    return nights.get(position);
  }

  /** The first night from a day on; the number of nights where there is none. */
  int nightOf(String date) {
    int night = 0;
    while (night < nights.size() && nights.get(night).date().compareTo(date) < 0) {
      night++;
    }
    return night;
  }

  /** A copy of the log costs: rows, nights, forks. */
  double[][][] logCosts() {
    return Arrays.stream(logCosts)
        .map(row -> Arrays.stream(row).map(double[]::clone).toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  /** The nights as they are judged: with their commits, and no word of the machine. */
  SuiteNights suite() {
    List<NightFacts> facts = new ArrayList<>();
    for (int night = 0; night < nights.size(); night++) {
      facts.add(
          new NightFacts(
              "run " + night,
              Instant.parse(nights.get(night).date() + "T00:00:00Z")
                  .plus(Duration.ofSeconds(night)),
              Optional.of(nights.get(night).commit()),
              Optional.empty(),
              new TreeMap<>()));
    }
    List<RowNights> values = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      values.add(
          new RowNights(
              new SeriesKey(rows.get(row).key(), "primary"),
              rows.get(row).primary().measurements().unit(),
              rows.get(row).primary().measurements().unit().better(),
              logCosts[row].clone()));
    }
    return new SuiteNights(facts, values);
  }
}
