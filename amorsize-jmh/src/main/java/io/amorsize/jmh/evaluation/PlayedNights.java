package io.amorsize.jmh.evaluation;

import io.amorsize.history.SeriesKey;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.RowNights;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Nights of a suite that are made up of recorded or random ones. */
final class PlayedNights {

  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private final double[][][] logCosts;
  private final int[] machines;

  /**
   * Nights.
   *
   * @param logCosts rows, nights, forks
   * @param machines the type of machine of each night
   */
  PlayedNights(double[][][] logCosts, int[] machines) {
    this.logCosts = logCosts;
    this.machines = machines;
  }

  /** The type of machine of a night. */
  int machine(int night) {
    return machines[night];
  }

  int rows() {
    return logCosts.length;
  }

  int nights() {
    return machines.length;
  }

  /** The mean of the forks of the first nights of a row. */
  double[] means(int row, int nights) {
    return Arrays.stream(logCosts[row])
        .limit(nights)
        .mapToDouble(forks -> Arrays.stream(forks).average().orElseThrow())
        .toArray();
  }

  /** Adds to all forks of a night of a row. */
  void add(int row, int night, double logCost) {
    double[] forks = logCosts[row][night];
    for (int fork = 0; fork < forks.length; fork++) {
      forks[fork] += logCost;
    }
  }

  /** What is known of the first nights: each has a commit of its own. */
  static List<NightFacts> facts(int nights, IntFunction<Optional<String>> machine) {
    List<NightFacts> facts = new ArrayList<>();
    for (int night = 0; night < nights; night++) {
      facts.add(
          new NightFacts(
              "run " + night,
              FIRST.plus(Duration.ofDays(night)),
              Optional.of("commit " + night),
              machine.apply(night),
              new TreeMap<>()));
    }
    return facts;
  }

  /** The first nights of a row. */
  RowNights row(int row, int nights) {
    return new RowNights(
        new SeriesKey(new BenchmarkKey("row" + row, "avgt", new TreeMap<>(), 1), "primary"),
        MetricUnit.parse("us/op"),
        Better.LOWER,
        Arrays.copyOf(logCosts[row], nights));
  }
}
