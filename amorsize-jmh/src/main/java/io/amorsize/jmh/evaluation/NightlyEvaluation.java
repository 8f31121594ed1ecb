package io.amorsize.jmh.evaluation;

import io.amorsize.finding.FindingCode;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SessionNoise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How often the rule calls rows of recorded nights of which most measured the code of the night
 * before: what differs there is the machine and the day.
 */
public final class NightlyEvaluation {

  private final Function<Path, BenchmarkRun> reader;

  /** An evaluation of files that are read in this way. */
  public NightlyEvaluation(Function<Path, BenchmarkRun> reader) {
    this.reader = reader;
  }

  /** Pairs of nights, and what the rule is told of the noise between sessions. */
  private record Group(String name, Predicate<NightPair> pairs) {}

  private record Noise(String name, Function<NightPair, SessionNoise> of) {}

  /**
   * Compares the nights of a folder.
   *
   * @param data folder of the recorded benchmarks
   * @param progress hears how far it is
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public List<NightlyScore> evaluate(Path data, EvaluationProgress progress) {
    List<RecordedNight> nights = RecordedNight.read(data, reader);
    progress.done(0, nights.size() + " nights read");
    return evaluate(nights, progress);
  }

  List<NightlyScore> evaluate(List<RecordedNight> nights, EvaluationProgress progress) {
    List<NightPair> pairs = NightPair.among(nights);
    PooledNoise noise = PooledNoise.of(pairs);
    NoiseOfRows rows = new NoiseOfRows(nights);
    List<Group> groups =
        List.of(
            new Group("one commit, all pairs", NightPair::isOfOneCommit),
            new Group("one commit, next night", p -> p.isOfOneCommit() && p.adjacent()),
            new Group("other commit, next night", p -> !p.isOfOneCommit() && p.adjacent()));
    List<Noise> told =
        List.of(
            new Noise("nothing", unused -> SessionNoise.NONE),
            new Noise("robust sd", pair -> SessionNoise.of(noise.robustSdWithout(pair))),
            new Noise("plain sd", pair -> SessionNoise.of(noise.plainSdWithout(pair))),
            new Noise("row by row", rows::without));
    List<NightlyScore> scores = new ArrayList<>();
    for (Group group : groups) {
      progress.expect(told.size() * pairs.stream().filter(group.pairs()).count());
    }
    for (Group group : groups) {
      List<NightPair> members = pairs.stream().filter(group.pairs()).toList();
      for (Noise known : told) {
        if (!members.isEmpty()) {
          scores.add(score(group, known, members));
          progress.done(members.size(), group.name() + ", " + known.name());
        }
      }
    }
    return scores;
  }

  private static NightlyScore score(Group group, Noise noise, List<NightPair> pairs) {
    List<String> commits = pairs.stream().map(pair -> pair.base().commit()).distinct().toList();
    PairTallies tallies = new PairTallies(commits.size());
    double[] sds = new double[pairs.size()];
    for (int i = 0; i < sds.length; i++) {
      NightPair pair = pairs.get(i);
      SessionNoise told = noise.of().apply(pair);
      sds[i] = told.usual();
      DecisionRule rule = DecisionRule.defaults().withNoise(told);
      tallies.add(commits.indexOf(pair.base().commit()), pair.compare(rule));
    }
    return new NightlyScore(
        group.name(),
        noise.name(),
        Median.withDefaults().evaluate(sds),
        commits.size(),
        tallies.alarmed.estimate(),
        tallies.unexplained.estimate(),
        tallies.called.estimate(),
        tallies.flagged.estimate(),
        tallies.shifted.estimate(),
        tallies.otherJdk.estimate());
  }

  private static final class PairTallies {

    private final Tally alarmed;
    private final Tally unexplained;
    private final Tally called;
    private final Tally flagged;
    private final Tally shifted;
    private final Tally otherJdk;

    PairTallies(int commits) {
      alarmed = new Tally(commits);
      unexplained = new Tally(commits);
      called = new Tally(commits);
      flagged = new Tally(commits);
      shifted = new Tally(commits);
      otherJdk = new Tally(commits);
    }

    void add(int commit, Comparison comparison) {
      boolean shift = comparison.has(FindingCode.ENVIRONMENT_SHIFTED);
      boolean jdk = comparison.has(FindingCode.JDK_DIFFERS);
      boolean alarm = comparison.rows().stream().anyMatch(RowComparison::isCalled);
      alarmed.add(commit, alarm);
      unexplained.add(commit, alarm && !shift && !jdk);
      shifted.add(commit, shift);
      otherJdk.add(commit, jdk);
      for (RowComparison row : comparison.rows()) {
        called.add(commit, row.isCalled());
        flagged.add(commit, row.isCalled() || row.suspect());
      }
    }
  }
}
