package io.amorsize.trend;

import io.amorsize.statistics.Interval;
import io.amorsize.statistics.LevelStep;
import io.amorsize.statistics.LevelSteps;
import io.amorsize.statistics.NightSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds where one row of a suite moved. */
final class RowAnalysis {

  private final RowNights row;
  private final List<NightFacts> facts;

  /** Nights that count, as positions among those of the suite. */
  private final int[] nights;

  private final NightSummary summary;
  private final LevelSteps found;

  RowAnalysis(RowNights row, List<NightFacts> facts, MachineTypes machines) {
    this.row = row;
    this.facts = facts;
    int[] sizes = machines.sizes();
    this.nights =
        IntStream.range(0, facts.size())
            .filter(row::has)
            .filter(night -> sizes[machines.types().get(night)] >= MachineTypes.FEWEST_NIGHTS)
            .toArray();
    int[] types = Arrays.stream(nights).map(night -> machines.types().get(night)).toArray();
    double[][] costs =
        Arrays.stream(nights).mapToObj(night -> row.logCosts()[night]).toArray(double[][]::new);
    boolean enough = nights.length >= LevelSteps.FEWEST_VALUES;
    this.summary = enough ? NightSummary.quietest(costs, types) : NightSummary.MEAN;
    double[] values = summary.of(costs);
    this.found =
        enough
            ? LevelSteps.of(values, types)
            : new LevelSteps(
                0, List.of(), List.of(), Arrays.stream(values).boxed().toList(), Optional.empty());
  }

  /**
   * Nights in which the row moved for sure: no other night may be it, or every night that may be
   * measured one commit.
   */
  Set<Integer> sureNights() {
    return found.steps().stream()
        .filter(step -> step.shape() == LevelStep.Shape.STEP)
        .filter(
            step ->
                step.earliest() == step.latest()
                    || isOneCommit(Math.max(1, step.earliest()) - 1, step.latest()))
        .map(step -> nights[step.at()])
        .collect(Collectors.toSet());
  }

  /**
   * How the row went.
   *
   * @param sure nights in which some row moved for sure
   */
  RowTrend trend(Set<Integer> sure) {
    return new RowTrend(
        row.key(),
        row.unit(),
        row.better(),
        summary,
        found.scale(),
        scores(),
        segments(),
        found.steps().stream().map(step -> change(step, true, sure)).toList(),
        found.suspect().map(step -> change(step, false, sure)));
  }

  private List<NightScore> scores() {
    OptionalDouble[] adjusted = new OptionalDouble[facts.size()];
    Arrays.fill(adjusted, OptionalDouble.empty());
    for (int i = 0; i < nights.length; i++) {
      adjusted[nights[i]] = OptionalDouble.of(row.score(found.adjusted().get(i)));
    }
    return IntStream.range(0, facts.size())
        .filter(row::has)
        .mapToObj(
            night ->
                new NightScore(
                    night, row.scores(night), row.score(row.logMean(night)), adjusted[night]))
        .toList();
  }

  private List<LevelSegment> segments() {
    List<LevelSegment> segments = new ArrayList<>();
    int from = 0;
    for (double level : found.levels()) {
      int step = segments.size();
      int to = step < found.steps().size() ? found.steps().get(step).at() : nights.length;
      segments.add(new LevelSegment(nights[from], nights[to - 1], to - from, row.score(level)));
      from = to;
    }
    return segments;
  }

  private ChangePoint change(LevelStep step, boolean confirmed, Set<Integer> sure) {
    boolean drift = step.shape() == LevelStep.Shape.DRIFT;
    int at = drift ? step.at() : likelyPlace(step, sure);
    boolean environment =
        drift ? isOneCommit(step.earliest(), step.latest()) : isOneCommit(at - 1, at);
    ChangeKind kind =
        !confirmed
            ? ChangeKind.SUSPECT
            : environment ? ChangeKind.ENVIRONMENT : drift ? ChangeKind.DRIFT : ChangeKind.CHANGE;
    return new ChangePoint(
        row.key(),
        kind,
        nights[at],
        nights[at - 1],
        nights[step.earliest()],
        nights[step.latest()],
        Math.exp(step.difference()),
        ratio(step.interval()),
        step.p(),
        facts.get(nights[at - 1]).differencesTo(facts.get(nights[at])),
        Optional.empty());
  }

  private static Interval ratio(Interval logs) {
    return new Interval(Math.exp(logs.lower()), Math.exp(logs.upper()), logs.confidence());
  }

  /** Whether all nights from one position to another are known to have measured one commit. */
  private boolean isOneCommit(int from, int to) {
    NightFacts first = facts.get(nights[from]);
    return IntStream.rangeClosed(from, to)
        .allMatch(i -> first.isOfSameCommit(facts.get(nights[i])));
  }

  /**
   * Of the places that the step may have, the nearest at which another row moved for sure, since
   * what moves one row moves others; else the nearest at which the commit changes, since code does
   * so there; else the best place.
   */
  private int likelyPlace(LevelStep step, Set<Integer> sure) {
    return nearest(step, at -> sure.contains(nights[at]))
        .or(() -> nearest(step, at -> !isOneCommit(at - 1, at)))
        .orElse(step.at());
  }

  private static Optional<Integer> nearest(LevelStep step, IntPredicate place) {
    return IntStream.rangeClosed(Math.max(1, step.earliest()), step.latest())
        .filter(place)
        .boxed()
        .min(Comparator.comparingInt(at -> Math.abs(at - step.at())));
  }
}
