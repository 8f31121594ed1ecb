package io.amorsize.trend;

import io.amorsize.statistics.Interval;
import io.amorsize.statistics.LevelStep;
import io.amorsize.statistics.LevelSteps;
import io.amorsize.statistics.NightSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds where one row of a suite moved. */
final class RowAnalysis {

  private final RowNights row;
  private final List<NightFacts> facts;

  /** Nights that count, as positions among those of the suite, and their machine types. */
  private final int[] nights;

  private final int[] types;

  RowAnalysis(RowNights row, List<NightFacts> facts, MachineTypes machines) {
    this.row = row;
    this.facts = facts;
    int[] sizes = machines.sizes();
    this.nights =
        IntStream.range(0, facts.size())
            .filter(row::has)
            .filter(night -> sizes[machines.types().get(night)] >= MachineTypes.FEWEST_NIGHTS)
            .toArray();
    this.types = Arrays.stream(nights).map(night -> machines.types().get(night)).toArray();
  }

  RowTrend trend() {
    double[][] costs =
        Arrays.stream(nights).mapToObj(night -> row.logCosts()[night]).toArray(double[][]::new);
    if (nights.length < LevelSteps.FEWEST_VALUES) {
      return new RowTrend(
          row.key(),
          row.unit(),
          row.better(),
          NightSummary.MEAN,
          0,
          nights.length,
          List.of(),
          List.of(),
          Optional.empty());
    }
    NightSummary summary = NightSummary.quietest(costs, types);
    LevelSteps found = LevelSteps.of(summary.of(costs), types);
    return new RowTrend(
        row.key(),
        row.unit(),
        row.better(),
        summary,
        found.scale(),
        nights.length,
        segments(found),
        found.steps().stream().map(step -> change(step, true)).toList(),
        found.suspect().map(step -> change(step, false)));
  }

  private List<LevelSegment> segments(LevelSteps found) {
    List<LevelSegment> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= found.steps().size(); i++) {
      int to = i < found.steps().size() ? found.steps().get(i).at() : nights.length;
      segments.add(
          new LevelSegment(
              nights[from], nights[to - 1], to - from, row.score(found.levels().get(i))));
      from = to;
    }
    return segments;
  }

  private ChangePoint change(LevelStep step, boolean confirmed) {
    boolean drift = step.shape() == LevelStep.Shape.DRIFT;
    int at = drift ? step.at() : nearestBoundary(step);
    boolean environment = !drift && isOneCommit(at);
    ChangeKind kind =
        !confirmed
            ? ChangeKind.SUSPECT
            : drift ? ChangeKind.DRIFT : environment ? ChangeKind.ENVIRONMENT : ChangeKind.CHANGE;
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
        facts.get(nights[at - 1]).differencesTo(facts.get(nights[at])));
  }

  private static Interval ratio(Interval logs) {
    return new Interval(Math.exp(logs.lower()), Math.exp(logs.upper()), logs.confidence());
  }

  private boolean isOneCommit(int at) {
    return facts.get(nights[at - 1]).isOfSameCommit(facts.get(nights[at]));
  }

  /**
   * Code changes where the commit does: of the places that the step may have, the nearest such one;
   * the best place where all of them lie in one commit.
   */
  private int nearestBoundary(LevelStep step) {
    return IntStream.rangeClosed(Math.max(1, step.earliest()), step.latest())
        .filter(at -> !isOneCommit(at))
        .boxed()
        .min(
            (one, other) -> Integer.compare(Math.abs(one - step.at()), Math.abs(other - step.at())))
        .orElse(step.at());
  }
}
