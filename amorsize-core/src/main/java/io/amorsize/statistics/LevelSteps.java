package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps and drifts of a series whose values come from several groups, such as machines.
 *
 * <p>The groups are brought to one level ({@link GroupOffsets}), the scatter is taken from
 * successive differences ({@link SuccessiveScale}), {@link LevelSearch} proposes steps, and those
 * that a permutation test within groups confirms ({@link StepTest}) are kept. The offsets of the
 * groups are then taken anew within the levels so found, and all is repeated until nothing changes,
 * three times at most. Steps that a slow change describes better are one drift ({@link Ramp}).
 *
 * <p>Adding a constant to all values or multiplying the costs behind them changes nothing but the
 * levels; equal input gives equal output.
 *
 * @param scale standard deviation of the values around their levels
 * @param steps what moved, in the order of time
 * @param levels median before, between and after the steps, all groups brought to the level of the
 *     largest
 * @param adjusted the values, those of other groups brought to the level of the largest
 * @param suspect a step of the last {@value #SUSPECTED_FOR} values, after all of these, that the
 *     test does not confirm yet
 */
public record LevelSteps(
    double scale,
    List<LevelStep> steps,
    List<Double> levels,
    List<Double> adjusted,
    Optional<LevelStep> suspect) {

  /** Values from which on anything can be said. */
  public static final int FEWEST_VALUES = 8;

  /** A step is confirmed at this level. Offline, 0.005 of 100 unchanged nights had a false one. */
  public static final double LEVEL = 0.0015;

  /** The first level needs so many values before it can be left. */
  static final int FIRST_LEVEL = 5;

  /** What a step must gain to be proposed: two values at 4.5 standard deviations do. */
  private static final double PENALTY = 14;

  /** Smaller steps are of no use to anybody. */
  private static final double LEAST_STEP = Math.log1p(0.01);

  /** Less scatter than 0.2 % is not believed: scores are often printed with few digits. */
  private static final double LEAST_SCALE = 0.002;

  private static final int ROUNDS = 3;

  /** What so many values have not confirmed is not on its way to be. */
  static final int SUSPECTED_FOR = 20;

  /** Copies the lists. */
  public LevelSteps {
    steps = List.copyOf(steps);
    levels = List.copyOf(levels);
    adjusted = List.copyOf(adjusted);
  }

  /** A series in one round. */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Round(
      double[] standardized, double scale, int[] proposed, int[] confirmed, StepElimination tests) {

    static Round of(double[] values, int[] groups, int[] starts) {
      double[] adjusted = GroupOffsets.removed(values, groups, starts);
      double scale = Math.max(LEAST_SCALE, SuccessiveScale.of(adjusted));
      double[] standardized = Arrays.stream(adjusted).map(value -> value / scale).toArray();
      int[] proposed = LevelSearch.starts(standardized, PENALTY);
      StepElimination tests = new StepElimination(standardized, groups, LEAST_STEP / scale);
      return new Round(standardized, scale, proposed, tests.confirmed(proposed, LEVEL), tests);
    }
  }

  /**
   * Looks at a series.
   *
   * @param values logarithms of costs, finite, in the order of time; one or more
   * @param groups of each value; the values of a group share an offset
   */
  public static LevelSteps of(double[] values, int[] groups) {
    if (values.length != groups.length || values.length == 0) {
      throw new IllegalArgumentException(
          "need a group for each of at least 1 value, are "
              + groups.length
              + " for "
              + values.length);
    }
    boolean mixed = Arrays.stream(groups).distinct().count() > 1;
    Round round = Round.of(values, groups, new int[0]);
    for (int i = 1; i < ROUNDS && mixed; i++) {
      Round next = Round.of(values, groups, round.confirmed);
      boolean settled = Arrays.equals(next.confirmed, round.confirmed);
      round = next;
      if (settled) {
        break;
      }
    }
    return new Finish(values, groups, round).result();
  }

  /** Sizes, places and shapes of the confirmed steps. */
  private static final class Finish {
    private final double[] values;
    private final int[] groups;
    private final Round round;
    private final int[] bounds;

    Finish(double[] values, int[] groups, Round round) {
      this.values = values;
      this.groups = groups;
      this.round = round;
      this.bounds = new int[round.confirmed.length + 2];
      System.arraycopy(round.confirmed, 0, bounds, 1, round.confirmed.length);
      bounds[bounds.length - 1] = values.length;
    }

    LevelSteps result() {
      List<LevelStep> steps = new ArrayList<>();
      for (int i = 1; i < bounds.length - 1; ) {
        int first = i;
        int last = sameDirection(first);
        Optional<LevelStep> drift = Optional.empty();
        while (drift.isEmpty() && last >= first) {
          drift = drift(first, last);
          last--;
        }
        steps.add(drift.orElseGet(() -> step(bounds[first - 1], bounds[first], bounds[first + 1])));
        i = drift.isPresent() ? last + 2 : first + 1;
      }
      List<Double> adjusted =
          Arrays.stream(round.standardized).map(value -> round.scale * value).boxed().toList();
      return new LevelSteps(round.scale, steps, levels(steps), adjusted, suspect());
    }

    private List<Double> levels(List<LevelStep> steps) {
      List<Double> levels = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= steps.size(); i++) {
        int to = i < steps.size() ? steps.get(i).at() : values.length;
        levels.add(round.scale * Medians.of(round.standardized, from, to));
        from = to;
      }
      return levels;
    }

    private double direction(int i) {
      return Math.signum(
          Medians.of(round.standardized, bounds[i], bounds[i + 1])
              - Medians.of(round.standardized, bounds[i - 1], bounds[i]));
    }

    /** The last of the steps from one on that go the same way. */
    private int sameDirection(int first) {
      int last = first;
      while (last + 1 < bounds.length - 1 && direction(last + 1) == direction(first)) {
        last++;
      }
      return last;
    }

    private Optional<LevelStep> drift(int first, int last) {
      int from = bounds[first - 1];
      int to = bounds[last + 1];
      int[] starts = new int[last - first + 1];
      Arrays.setAll(starts, i -> bounds[first + i] - from);
      double p = 1;
      for (int i = first; i <= last; i++) {
        p = Math.min(p, round.tests.test(bounds[i - 1], bounds[i], bounds[i + 1]).p());
      }
      double least = p;
      int[] proposed =
          Arrays.stream(round.proposed)
              .filter(at -> at > from && at < to)
              .map(at -> at - from)
              .toArray();
      return Ramp.of(Arrays.copyOfRange(round.standardized, from, to), starts, proposed)
          .map(
              ramp -> {
                StepSize size = sizeWithout(from, from + ramp.from() + 1, from + ramp.to(), to);
                return new LevelStep(
                    LevelStep.Shape.DRIFT,
                    bounds[first],
                    Math.min(bounds[first], from + ramp.from()),
                    Math.max(bounds[first], from + ramp.to()),
                    least,
                    size.difference(),
                    size.interval());
              });
    }

    /** The size of a change where the values from one position to before another do not count. */
    private StepSize sizeWithout(int from, int left, int right, int to) {
      double[] kept = new double[left - from + to - right];
      int[] keptGroups = new int[kept.length];
      System.arraycopy(values, from, kept, 0, left - from);
      System.arraycopy(values, right, kept, left - from, to - right);
      System.arraycopy(groups, from, keptGroups, 0, left - from);
      System.arraycopy(groups, right, keptGroups, left - from, to - right);
      return StepSize.of(kept, keptGroups, left - from, round.scale);
    }

    private LevelStep step(int from, int at, int to) {
      StepPlace place = StepPlace.of(Arrays.copyOfRange(round.standardized, from, to), at - from);
      StepSize size = sizeWithout(from, at, at, to);
      return new LevelStep(
          LevelStep.Shape.STEP,
          at,
          from + Math.min(at - from, place.earliest()),
          from + Math.max(at - from, place.latest()),
          round.tests.test(from, at, to).p(),
          size.difference(),
          size.interval());
    }

    private Optional<LevelStep> suspect() {
      int from = bounds[bounds.length - 2];
      int last = round.proposed.length == 0 ? 0 : round.proposed[round.proposed.length - 1];
      return last > from && values.length - last <= SUSPECTED_FOR
          ? Optional.of(step(from, last, values.length))
          : Optional.empty();
    }
  }
}
