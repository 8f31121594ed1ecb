package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.SuiteNights;
import io.amorsize.trend.SuiteTrend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.Median;

/** How well changes of nightly series are found, beside what is usually done. */
public final class TrendEvaluation {

  /** Rows of a quiet machine's suite. */
  private static final int QUIET_ROWS = 19;

  /** Night by night, unchanged suites take most of the time: all rows, eighty nights. */
  private static final int UNCHANGED_SHARE = 4;

  private static final List<Integer> LENGTHS = List.of(100, 1000, 10_000);
  private static final int TIMED = 31;

  private final Function<Path, BenchmarkRun> reader;

  /** An evaluation of files that are read in this way. */
  public TrendEvaluation(Function<Path, BenchmarkRun> reader) {
    this.reader = reader;
  }

  /**
   * Plays and scores.
   *
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public TrendScores evaluate(EvaluationSettings settings) {
    return evaluate(RecordedNight.read(settings.data(), reader), settings);
  }

  TrendScores evaluate(List<RecordedNight> nights, EvaluationSettings settings) {
    RecordedSuite suite = new RecordedSuite(nights);
    settings.progress().done(0, nights.size() + " nights of " + suite.rows() + " rows read");
    List<TrendScore> offline = new ArrayList<>();
    List<TrendScore> online = new ArrayList<>();
    int unchanged = Math.max(2, settings.repetitions() / UNCHANGED_SHARE);
    List<NightNoise> noises = List.of(NightNoise.recorded(suite), NightNoise.quiet(QUIET_ROWS));
    settings.progress().expect((long) noises.size() * methods().size());
    for (NightNoise noise : noises) {
      TrendScorer scorer = new TrendScorer(noise, settings.seed());
      for (TrendMethod method : methods()) {
        offline.add(scorer.offline(method, settings.repetitions()));
        online.add(scorer.online(method, settings.repetitions(), unchanged));
        settings.progress().done(1, noise.name() + ": " + method.label());
      }
    }
    TrendScorer quiet = new TrendScorer(NightNoise.quiet(QUIET_ROWS), settings.seed());
    return new TrendScores(
        settings.repetitions(),
        settings.seed(),
        offline,
        online,
        quiet.placedWhenTold(PlantedTrend.STEP_2, settings.repetitions()),
        recorded(suite),
        LENGTHS.stream().map(TrendEvaluation::milliseconds).toList());
  }

  private static List<TrendMethod> methods() {
    List<TrendMethod> methods = new ArrayList<>();
    for (OurTrend.Machines machines : OurTrend.Machines.values()) {
      methods.add(new OurTrend(machines));
    }
    methods.addAll(List.of(NightRules.values()));
    methods.add(new EnergyDivisive());
    return methods;
  }

  private static List<TrendScores.Found> recorded(RecordedSuite suite) {
    return SuiteTrend.of(suite.suite()).changes().stream()
        .map(
            change ->
                new TrendScores.Found(
                    change,
                    suite.night(change.night()).date(),
                    suite.night(change.before()).commit(),
                    suite.night(change.night()).commit(),
                    isExpected(suite, change)))
        .toList();
  }

  private static boolean isExpected(RecordedSuite suite, ChangePoint change) {
    return KnownSteps.OF_CODE.stream()
        .filter(step -> change.key().row().benchmark().contains(step.rows()))
        .anyMatch(
            step -> Math.abs(suite.nightOf(step.date()) - change.night()) <= PlantedTrend.NEAR);
  }

  /** Median time for a series of 1 % noise with a step of 5 % in its middle, once it is warm. */
  private static double milliseconds(int nights) {
    PlayedNights played = NightNoise.quiet(1).draw(nights, new SplittableRandom(nights));
    for (int night = nights / 2; night < nights; night++) {
      played.add(0, night, Math.log(1.05));
    }
    SuiteNights series =
        new SuiteNights(
            PlayedNights.facts(nights, night -> Optional.empty()), List.of(played.row(0, nights)));
    double[] times = new double[TIMED];
    for (int i = -TIMED; i < TIMED; i++) {
      long start = System.nanoTime();
      SuiteTrend.of(series);
      times[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
    }
    return Median.withDefaults().evaluate(times);
  }
}
