package io.amorsize.jmh.page;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunOrigin;
import io.amorsize.history.SeriesKey;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.RowNights;
import io.amorsize.trend.SuiteNights;
import io.amorsize.trend.SuiteTrend;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.RowComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Invented nights, as many as a project collects in years. */
final class LongTrends {

  private static final Instant FIRST = Instant.parse("2023-01-01T02:00:00Z");

  private LongTrends() {}

  /** Series of 2 % noise, of which every tenth moves by 10 % in the middle. */
  static TrendDocument of(int nights, int series) {
    List<NightFacts> facts = new ArrayList<>();
    List<RecordedRun> runs = new ArrayList<>();
    for (int night = 0; night < nights; night++) {
      String hash = String.format(Locale.ROOT, "%064x", night + 1);
      Instant time = FIRST.plus(Duration.ofDays(night));
      String commit = String.format(Locale.ROOT, "%07x", 31 * night);
      facts.add(
          new NightFacts(
              hash, time, Optional.of(commit), Optional.of("AMD EPYC, 4 cores"), new TreeMap<>()));
      RunOrigin origin = RunOrigin.of("nightly", time).at(Optional.of(commit), Optional.of("main"));
      runs.add(new RecordedRun(hash, origin, time, series, 0));
    }
    SplittableRandom random = new SplittableRandom(7);
    List<RowNights> rows = new ArrayList<>();
    for (int row = 0; row < series; row++) {
      rows.add(row(row, nights, random));
    }
    SuiteTrend trend = SuiteTrend.of(new SuiteNights(facts, rows));
    return TrendDocument.of("invented", trend, runs, LearnedNoise.NONE, Map.of());
  }

  private static RowNights row(int number, int nights, SplittableRandom random) {
    double[][] logCosts = new double[nights][];
    for (int night = 0; night < nights; night++) {
      double step = number % 10 == 0 && night >= nights / 2 ? Math.log(1.1) : 0;
      double wobble = 0.02 * (random.nextDouble() + random.nextDouble() - 1);
      logCosts[night] = new double[] {Math.log(100 + number) + step + wobble};
    }
    String name = "org.acme.module" + number % 7 + ".SomeBenchmark" + number + ".measureIt";
    BenchmarkKey key = new BenchmarkKey(name, "avgt", new TreeMap<>(), 1);
    return new RowNights(
        new SeriesKey(key, RowComparison.PRIMARY),
        MetricUnit.parse("us/op"),
        Better.LOWER,
        logCosts);
  }
}
