package io.amorsize.jmh.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.descriptive.Median;

/** Scores methods on played nights: once with all nights, and night by night. */
final class TrendScorer {

  static final int NIGHTS = 100;

  private static final int EARLIEST = 40;
  private static final int LATEST = 70;

  /** Night by night, the first nights only make up the history. */
  private static final int FIRST_JUDGED = 20;

  /** Found too late counts as not found. */
  private static final int LATEST_DELAY = 20;

  private final NightNoise noise;
  private final long seed;

  TrendScorer(NightNoise noise, long seed) {
    this.noise = noise;
    this.seed = seed;
  }

  /** A suite with something planted in one of its rows. */
  private record Played(PlayedNights nights, int row, int from) {}

  private Played play(PlantedTrend planted, int number) {
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + number);
    PlayedNights nights = noise.draw(NIGHTS, random);
    int row = random.nextInt(nights.rows());
    int from = EARLIEST + random.nextInt(LATEST - EARLIEST + 1);
    planted.plant(nights, row, from, random);
    return new Played(nights, row, from);
  }

  /** Scores what a method says of all nights at once. */
  TrendScore offline(TrendMethod method, int suites) {
    Map<PlantedTrend, Estimate> found = new EnumMap<>(PlantedTrend.class);
    Map<PlantedTrend, Estimate> precision = new EnumMap<>(PlantedTrend.class);
    for (PlantedTrend planted : PlantedTrend.values()) {
      Tally hits = new Tally(suites);
      Tally good = new Tally(suites);
      for (int suite = 0; suite < suites; suite++) {
        Played played = play(planted, suite);
        List<Integer> changes = method.changes(played.nights, NIGHTS, played.row);
        hits.add(suite, changes.stream().anyMatch(at -> planted.isHit(at, played.from)));
        for (int change : changes) {
          good.add(suite, planted.isHit(change, played.from));
        }
      }
      found.put(planted, hits.estimate());
      precision.put(planted, good.estimate());
    }
    Estimate wrong =
        wrong(suites, NIGHTS, (nights, row) -> method.changes(nights, NIGHTS, row).size());
    return new TrendScore(noise.name(), method.label(), found, precision, wrong, Map.of());
  }

  /** Says how many changes a method reports in a row. */
  private interface Reported {
    int in(PlayedNights nights, int row);
  }

  /** Changes reported for 100 of the judged nights of a row in which nothing is planted. */
  private Estimate wrong(int suites, int judged, Reported reported) {
    Tally wrong = new Tally(suites);
    for (int suite = 0; suite < suites; suite++) {
      PlayedNights nights = play(PlantedTrend.NONE, suite).nights;
      for (int row = 0; row < nights.rows(); row++) {
        wrong.add(suite, 100.0 / judged * reported.in(nights, row));
      }
    }
    return wrong.estimate();
  }

  /**
   * How often a step can be placed at all: the share in which least squares does, when it is told
   * both levels and that there is one step. The noise of these nights must be normal, for which no
   * method does better (Hinkley, Biometrika 57, 1970).
   */
  Estimate placedWhenTold(PlantedTrend step, int suites) {
    Tally placed = new Tally(suites);
    for (int suite = 0; suite < suites; suite++) {
      Played with = play(step, suite);
      double[] after = with.nights.means(with.row, NIGHTS);
      double[] without = play(PlantedTrend.NONE, suite).nights.means(with.row, NIGHTS);
      double size = after[with.from] - without[with.from];
      placed.add(suite, step.isHit(bestPlace(after, size), with.from));
    }
    return placed.estimate();
  }

  /** Where a step from 0 to a size leaves the least squares. */
  private static int bestPlace(double[] values, double size) {
    double sum = 0;
    double least = 0;
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * values[i] - (values[i] - size) * (values[i] - size);
      if (sum < least) {
        least = sum;
        best = i + 1;
      }
    }
    return best;
  }

  /** Scores what a method says night by night. */
  TrendScore online(TrendMethod method, int suites, int unchangedSuites) {
    Map<PlantedTrend, Estimate> found = new EnumMap<>(PlantedTrend.class);
    Map<PlantedTrend, Double> delays = new EnumMap<>(PlantedTrend.class);
    for (PlantedTrend planted : PlantedTrend.values()) {
      Tally hits = new Tally(suites);
      List<Integer> late = new ArrayList<>();
      for (int suite = 0; suite < suites; suite++) {
        int delay = delay(method, play(planted, suite));
        hits.add(suite, delay >= 0);
        if (delay >= 0) {
          late.add(delay);
        }
      }
      found.put(planted, hits.estimate());
      delays.put(
          planted,
          Median.withDefaults()
              .evaluate(late.stream().mapToDouble(Integer::doubleValue).toArray()));
    }
    Estimate wrong =
        wrong(unchangedSuites, NIGHTS - FIRST_JUDGED, (nights, row) -> alarms(method, nights, row));
    return new TrendScore(noise.name(), method.label(), found, Map.of(), wrong, delays);
  }

  /** Nights after the first changed one until something new is found there; -1 for never. */
  private static int delay(TrendMethod method, Played played) {
    List<Integer> known = method.changes(played.nights, played.from, played.row);
    int last = Math.min(NIGHTS - 1, played.from + LATEST_DELAY);
    for (int tonight = played.from; tonight <= last; tonight++) {
      for (int change : method.changes(played.nights, tonight + 1, played.row)) {
        if (change >= played.from - PlantedTrend.NEAR && isNew(change, known)) {
          return tonight - played.from;
        }
      }
    }
    return -1;
  }

  private static int alarms(TrendMethod method, PlayedNights nights, int row) {
    List<Integer> known = new ArrayList<>();
    int alarms = 0;
    for (int tonight = FIRST_JUDGED; tonight < NIGHTS; tonight++) {
      for (int change : method.changes(nights, tonight + 1, row)) {
        if (isNew(change, known)) {
          known.add(change);
          alarms++;
        }
      }
    }
    return alarms;
  }

  private static boolean isNew(int change, List<Integer> known) {
    return known.stream().noneMatch(other -> Math.abs(other - change) <= PlantedTrend.NEAR);
  }
}
