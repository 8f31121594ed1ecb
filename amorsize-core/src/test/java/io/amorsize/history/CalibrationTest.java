package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import io.amorsize.statistics.ForkNoise;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.SessionNoise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

  private static final int ROWS = 30;
  private static final RunEnvironment HERE =
      new RunEnvironment("a CPU", 4, "Linux", "amd64", "6.1", "a vendor", 17, List.of("-Xmx1g"));

  private static BenchmarkKey key(int row) {
    return new BenchmarkKey("b.B.m" + row, "avgt", new TreeMap<>(), 1);
  }

  /** Rows of 3 forks with an sd of 0.5 %, each row shifted by its own part of the session. */
  private static BenchmarkRun side(Random random, double[] shifts) {
    List<BenchmarkRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      List<Fork> forks = new ArrayList<>();
      for (int fork = 0; fork < 3; fork++) {
        double center = 100 * Math.exp(shifts[i] + 0.005 * random.nextGaussian());
        forks.add(Fork.of(center * 0.999, center, center * 1.001, center, center));
      }
      rows.add(
          new BenchmarkRow(
              key(i),
              new Metric(
                  new Measurements(MetricUnit.parse("us/op"), forks),
                  OptionalDouble.empty(),
                  Optional.empty()),
              new TreeMap<>(),
              RowSettings.UNKNOWN));
    }
    return new BenchmarkRun("side", rows, Optional.empty(), List.of());
  }

  private static Calibration calibration(double sessionSd, int sessions) {
    Random random = new Random(11);
    List<Calibration.Sides> measured = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      double[] shifts = random.doubles(ROWS).map(x -> sessionSd * random.nextGaussian()).toArray();
      measured.add(new Calibration.Sides(side(random, shifts), side(random, shifts)));
    }
    return Calibration.of(measured);
  }

  @Test
  void forksAndSessionsAreToldApart() {
    Calibration found = calibration(0.03, 8);
    assertThat(found.forks().values()).hasSize(ROWS);
    assertThat(found.forks().values().stream().mapToDouble(ForkNoise::mean).average().orElseThrow())
        .isCloseTo(0.005, within(0.001));
    // Each session varies by 3 %, so that two of them differ by 3 % times the root of 2.
    assertThat(found.noise().usual()).isCloseTo(0.03 * Math.sqrt(2), within(0.008));
  }

  @Test
  void alarmsBetweenSessionsGoAwayWhereTheirNoiseIsKnown() {
    Calibration found = calibration(0.03, 5);
    assertThat(found.within().comparisons()).isEqualTo(5);
    assertThat(found.within().rows()).isEqualTo(5 * ROWS);
    assertThat(found.within().expected()).isCloseTo(0.0096 * 5 * ROWS, within(1e-9));
    assertThat(found.within().flagged()).isLessThanOrEqualTo(6);
    assertThat(found.untold().comparisons()).isEqualTo(10);
    assertThat(found.untold().flagged()).isGreaterThan(60);
    assertThat(found.told().flagged()).isLessThanOrEqualTo(6);
  }

  @Test
  void twoSessionsAreTooFew() {
    assertThatThrownBy(() -> calibration(0.01, 2)).hasMessageContaining("need 3 sessions, are 2");
  }

  @Test
  void whatIsKeptIsFoundWhateverTheJvmArguments(@TempDir Path folder) throws Exception {
    Calibration found = calibration(0.02, 4);
    NoiseShelf shelf = new NoiseShelf(folder);
    assertThat(shelf.find(HERE)).isEmpty();
    shelf.keep(HERE, found, Instant.parse("2026-01-31T02:00:00Z"));
    CalibratedNoise kept = shelf.find(HERE.withoutJvmArgs()).orElseThrow();
    assertThat(kept.sessions()).isEqualTo(found.noise());
    assertThat(kept.forks()).isEqualTo(found.forks());
    assertThat(kept.within()).contains(found.within());
    assertThat(kept.told()).contains(found.told());
    RunEnvironment other =
        new RunEnvironment("b CPU", 4, "Linux", "amd64", "6.1", "a vendor", 17, List.of());
    assertThat(shelf.find(other)).isEmpty();
    Files.writeString(shelf.file(HERE), "{\"schema\":\"amorsize.noise/9\"}");
    assertThatThrownBy(() -> shelf.find(HERE))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("must be amorsize.noise/1");
  }

  @Test
  void aHistoryKeepsItThroughWhatNightsTeachAndTheFolderComesFirst(@TempDir Path folder) {
    Calibration found = calibration(0.02, 4);
    Instant when = Instant.parse("2026-01-31T02:00:00Z");
    NoiseShelf shelf = new NoiseShelf(folder);
    try (MemoryHistory history = new MemoryHistory(() -> when)) {
      assertThat(shelf.find(HERE, history)).isEmpty();
      NoiseShelf.keep(history, HERE, found, when);
      history.keep(LearnedNoise.NONE);
      assertThat(shelf.find(HERE, history).orElseThrow().sessions()).isEqualTo(found.noise());
      Calibration later = calibration(0.04, 4);
      shelf.keep(HERE, later, when);
      assertThat(shelf.find(HERE, history).orElseThrow().sessions()).isEqualTo(later.noise());
    }
  }

  @Test
  void whatAnOlderVersionKeptKnowsNoForksAndNoAlarms(@TempDir Path folder) throws Exception {
    NoiseShelf shelf = new NoiseShelf(folder);
    Files.writeString(
        shelf.file(HERE),
        """
        {"schema": "amorsize.noise/1", "calibratedAt": "2026-01-31T02:00:00Z", "usualSd": 0.01,
         "rows": [{"benchmark": "b.B.m1", "mode": "avgt", "params": {}, "threads": 1,
                   "metric": "primary", "sessionSd": 0.02, "repeats": 4, "forkSd": 0.005}]}
        """);
    CalibratedNoise kept = shelf.find(HERE).orElseThrow();
    assertThat(kept.sessions().usual()).isEqualTo(0.01);
    assertThat(kept.withinSession()).isEqualTo(SessionNoise.NONE);
    Files.writeString(shelf.file(HERE), Files.readString(shelf.file(HERE)).replace("2026-", "x-"));
    assertThatThrownBy(() -> shelf.find(HERE))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("must be a time such as");
  }

  @Test
  void theLargerNoiseCounts() {
    SeriesKey one = new SeriesKey(key(1), "primary");
    SeriesKey two = new SeriesKey(key(2), "primary");
    LearnedNoise nights = new LearnedNoise(0.02, Map.of(one, new SeriesNoise(0.05, 9)));
    LearnedNoise today =
        new LearnedNoise(
            0.01, Map.of(one, new SeriesNoise(0.01, 4), two, new SeriesNoise(0.03, 4)));
    LearnedNoise both = nights.orLarger(today);
    assertThat(both.usual()).isEqualTo(0.02);
    assertThat(both.series())
        .isEqualTo(Map.of(one, new SeriesNoise(0.05, 9), two, new SeriesNoise(0.03, 4)));
    assertThat(today.orLarger(nights)).isEqualTo(both);
  }
}
