package io.amorsize.jmh.night;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.history.SeriesKey;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendReport;
import io.amorsize.policy.Glob;
import io.amorsize.result.ResultFormatException;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.SuiteNights;
import io.amorsize.trend.SuiteTrend;
import io.amorsize.trend.TrendEvent;
import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for changes of level that come to light tonight, in the light of all nights before; what it
 * says is advice. A change that an earlier night told of is not told again.
 */
final class TrendStep implements NightStep {

  /** A quarter of a year. */
  private static final int NIGHTS = 100;

  /** The line of a night names so many; its report has them all. */
  private static final int NAMED = 2;

  @Override
  public String word() {
    return "trend";
  }

  @Override
  public String run(Night night) {
    if (night.settings().history().isEmpty()) {
      return "no history";
    }
    NightTrend found = found(Nights.of(night, night.settings().history().get()), night);
    found.write(night.folder().trend());
    return sentence(found);
  }

  /** The series over all nights up to this one; empty where no history is kept. */
  static Optional<TrendDocument> document(Night night) {
    return night
        .settings()
        .history()
        .map(history -> Nights.of(night, history))
        .map(nights -> nights.document(trend(nights.collected().suite(), night)));
  }

  /**
   * The nights of a history up to this one.
   *
   * @param collected their series
   * @param runs their runs
   */
  private record Nights(SuiteNights.Collector collected, List<RecordedRun> runs) {

    static Nights of(Night night, NightSettings.History history) {
      SuiteNights.Collector collected = new SuiteNights.Collector();
      try (HistoryStore store = history.opener().get()) {
        List<RecordedRun> runs =
            store.runs(named(history.name()).last(NIGHTS)).stream()
                .filter(run -> !run.origin().time().isAfter(night.state().startedAt()))
                .toList();
        store.series(runs, TrendStep.suite(night), collected::add);
        return new Nights(collected, runs);
      }
    }

    TrendDocument document(SuiteTrend trend) {
      return TrendDocument.of("", trend, runs, LearnedNoise.NONE, collected.leftOut());
    }
  }

  private static RunFilter named(String name) {
    return new RunFilter(
        Optional.of(new Glob(name)),
        RunFilter.ALL.commit(),
        RunFilter.ALL.branch(),
        RunFilter.ALL.since(),
        RunFilter.ALL.until(),
        RunFilter.ALL.labels(),
        RunFilter.ALL.last());
  }

  /** Every benchmark, since all of them tell the machine; the metrics that are judged. */
  private static RowSelection suite(Night night) {
    List<Glob> metrics = new ArrayList<>(night.settings().judging().selection().metrics());
    SeriesKey.USUAL_METRICS.forEach(metric -> metrics.add(new Glob(metric)));
    return new RowSelection(List.of(), List.of(), metrics);
  }

  private static NightTrend found(Nights nights, Night night) {
    SuiteNights suite = nights.collected().suite();
    SuiteTrend trend = trend(suite, night);
    List<ChangePoint> fresh =
        isTonight(suite.nights(), night) ? fresh(trend, suite, night) : List.of();
    return new NightTrend(
        trend.rows().size(),
        trend.nights().size(),
        trend.suspects().size(),
        TrendReport.sentences(nights.document(trend), TrendEvent.of(fresh)),
        fresh.stream().map(change -> NightTrend.Told.of(change, trend)).toList());
  }

  private static SuiteTrend trend(SuiteNights suite, Night night) {
    NightSettings.Judging judging = night.settings().judging();
    return SuiteTrend.of(suite)
        .accepting(judging.rule().policy(), judging.today())
        .only(key -> judging.selection().takes(key.row()));
  }

  private static boolean isTonight(List<NightFacts> nights, Night night) {
    return !nights.isEmpty()
        && nights.get(nights.size() - 1).time().toEpochMilli()
            == night.state().startedAt().toEpochMilli();
  }

  /** Changes that neither the nights before show nor any of them told of. */
  private static List<ChangePoint> fresh(SuiteTrend trend, SuiteNights suite, Night night) {
    List<NightTrend.Told> told =
        new OldNights(night.settings().nights())
            .latestFirst().stream()
                .filter(old -> old.state().startedAt().isBefore(night.state().startedAt()))
                .flatMap(TrendStep::told)
                .toList();
    return trend.newSince(SuiteTrend.of(suite.first(suite.nights().size() - 1))).stream()
        .filter(change -> change.accepted().isEmpty())
        .filter(change -> told.stream().noneMatch(old -> old.isSameAs(change, trend)))
        .toList();
  }

  private static Stream<NightTrend.Told> told(NightFolder old) {
    try {
      return NightTrend.read(old).told().stream();
    } catch (ResultFormatException e) {
      // A night of another version of this program told of nothing that is known here.
      return Stream.empty();
    }
  }

  private static String sentence(NightTrend found) {
    int fresh = found.sentences().size();
    String named = String.join("; ", found.sentences().subList(0, Math.min(NAMED, fresh)));
    String change =
        fresh == 0
            ? "no new change of level"
            : fresh == 1
                ? "new: " + named
                : fresh + " new: " + named + (fresh > NAMED ? "; and more" : "");
    return found.series()
        + " series over "
        + found.nights()
        + (found.nights() == 1 ? " night, " : " nights, ")
        + change
        + (found.perhaps() == 0 ? "" : "; " + found.perhaps() + " perhaps");
  }

  /** What came to light, a sentence each. */
  static List<String> standingOut(NightFolder folder) {
    return NightTrend.read(folder).sentences();
  }
}
