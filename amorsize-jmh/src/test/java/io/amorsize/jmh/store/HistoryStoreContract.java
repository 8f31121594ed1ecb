package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NewRun;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.Recording;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunFilter;
import io.amorsize.history.Series;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.policy.Glob;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ResultFormatException;
import io.amorsize.unit.Better;
import io.amorsize.verdict.RowSelection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every history does, whatever keeps it. */
abstract class HistoryStoreContract {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T10:20:30.456Z"));

  private static final RowSelection EVERYTHING =
      new RowSelection(List.of(), List.of(), List.of(Glob.ANY));

  HistoryStore store;

  /** An empty history. */
  abstract HistoryStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void keepsWhatItIsGivenToTheLastBit() {
    NewRun odd = OddRun.everything();
    Recording recorded = store.record(odd);
    assertThat(recorded.isNew()).isTrue();
    assertThat(recorded.run().origin()).isEqualTo(odd.origin());
    assertThat(recorded.run().recordedAt()).isEqualTo(CLOCK.instant());
    assertThat(store.runs(RunFilter.ALL)).containsExactly(recorded.run());
    RunContent back = store.content(recorded.run());
    assertThat(back.rows()).isEqualTo(odd.content().rows());
    assertThat(back.results().keySet()).isEqualTo(odd.content().results().keySet());
    assertThat(back.hash()).isEqualTo(odd.content().hash()).isEqualTo(recorded.run().hash());
  }

  @Test
  void aRunThatIsRecordedTwiceChangesNothing() {
    NewRun night = Nights.night(1, 3);
    Recording first = store.record(night);
    NewRun otherwise = new NewRun(Nights.origin(9), night.content());
    assertThat(store.record(otherwise)).isEqualTo(new Recording(first.run(), false));
    assertThat(store.runs(RunFilter.ALL)).containsExactly(first.run());
    assertThat(store.series(RunFilter.ALL, EVERYTHING))
        .allSatisfy(series -> assertThat(series.points()).hasSize(1));
  }

  @Test
  void findsRunsByWhatIsKnownOfThem() {
    for (int night : new int[] {5, 1, 3}) {
      store.record(Nights.night(night, 1));
    }
    NewRun branch = Nights.night(4, 1);
    RecordedRun other =
        store
            .record(
                new NewRun(
                    branch
                        .origin()
                        .at(Optional.of("abcdef0"), Optional.of("feature/x"))
                        .labelled(Map.of("pool", "a", "os", "b")),
                    branch.content()))
            .run();
    assertThat(store.runs(RunFilter.ALL).stream().map(run -> run.origin().time()))
        .hasSize(4)
        .isSorted();
    assertThat(store.runs(RunFilter.ALL.ofBranch("feature/x"))).containsExactly(other);
    assertThat(store.runs(RunFilter.ALL.before(Nights.origin(3).time()))).hasSize(1);
    assertThat(store.runs(RunFilter.ALL.last(1)))
        .extracting(run -> run.origin().time())
        .containsExactly(Nights.origin(5).time());
  }

  @Test
  void followsEachMetricOverTime() {
    SplittableRandom random = new SplittableRandom(7);
    store.record(night(2, Nights.row("p.B.run", Map.of(), "ms/op", 0.2, random)));
    store.record(night(1, Nights.row("p.B.run", Map.of(), "us/op", 100, random)));
    store.record(night(3, Nights.row("p.B.run", Map.of(), "us/op", 300, random)));
    store.record(night(4, Nights.row("p.A.run", Map.of("n", "1"), "ops/s", 5, random)));
    List<Series> all = store.series(RunFilter.ALL, EVERYTHING);
    assertThat(all)
        .extracting(series -> series.key().row().benchmark())
        .containsExactly("p.A.run", "p.B.run");
    Series first = all.get(0);
    assertThat(first.better()).isEqualTo(Better.HIGHER);
    assertThat(first.latest().cost().getAsDouble())
        .isCloseTo(1 / first.latest().value(), within(1e-12));
    Series second = all.get(1);
    assertThat(second.unit().symbol()).isEqualTo("us/op");
    assertThat(second.points().stream().map(point -> Math.round(point.value() / 100)))
        .containsExactly(1L, 2L, 3L);
    assertThat(store.series(RunFilter.ALL.last(2), EVERYTHING).get(1).points()).hasSize(1);
    RowSelection one = new RowSelection(List.of(new Glob("*.B.*")), List.of(), List.of(Glob.ANY));
    assertThat(store.series(RunFilter.ALL, one)).containsExactly(second);
    assertThat(
            store.series(
                RunFilter.ALL, new RowSelection(List.of(), List.of(), List.of(new Glob("gc*")))))
        .isEmpty();
  }

  private static NewRun night(int number, BenchmarkRow... rows) {
    return new NewRun(Nights.origin(number), RunContent.ofRows(List.of(rows)));
  }

  @Test
  void followsWorkloadsToo() {
    store.record(OddRun.everything());
    assertThat(store.series(RunFilter.ALL, EVERYTHING).stream().map(Series::key))
        .contains(
            SeriesKey.ofWorkload("fast_function", "speedup"),
            SeriesKey.ofWorkload("fast_function", "accuracy"),
            SeriesKey.ofWorkload("fast_function", "execution_time"),
            SeriesKey.ofWorkload("fast_function", "regret"));
  }

  @Test
  void forgetsWhatIsDeleted() {
    RecordedRun one = store.record(Nights.night(1, 2)).run();
    RecordedRun two = store.record(Nights.night(2, 2)).run();
    assertThat(store.delete(List.of(one))).isEqualTo(1);
    assertThat(store.delete(List.of(one))).isZero();
    assertThat(store.runs(RunFilter.ALL)).containsExactly(two);
    assertThatThrownBy(() -> store.content(one))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining(one.id());
    assertThat(store.series(RunFilter.ALL, EVERYTHING))
        .allSatisfy(series -> assertThat(series.points()).hasSize(1));
    assertThat(store.delete(List.of(two))).isEqualTo(1);
    assertThat(store.series(RunFilter.ALL, EVERYTHING)).isEmpty();
    assertThat(store.record(Nights.night(1, 2)).isNew()).isTrue();
  }

  @Test
  void keepsWhatWasLearnedOfTheNoise() {
    assertThat(store.noise()).isEqualTo(LearnedNoise.NONE);
    store.record(Nights.night(1, 2));
    SeriesKey key = store.series(RunFilter.ALL, EVERYTHING).get(0).key();
    store.keep(new LearnedNoise(0.5, Map.of(key, new SeriesNoise(0.25, 7))));
    LearnedNoise later = new LearnedNoise(0.125, Map.of(key, new SeriesNoise(0.03, 8)));
    store.keep(later);
    assertThat(store.noise()).isEqualTo(later);
  }

  @Test
  void keepsWhatACalibrationOfEachHostLearnedLast() {
    assertThat(store.calibration("one")).isEmpty();
    store.keepCalibration("one", "first");
    store.keepCalibration("two", "other");
    store.keepCalibration("one", "second");
    store.keep(LearnedNoise.NONE);
    assertThat(store.calibration("one")).contains("second");
    assertThat(store.calibration("two")).contains("other");
  }
}
