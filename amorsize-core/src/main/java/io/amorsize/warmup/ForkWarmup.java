package io.amorsize.warmup;

import static java.util.Objects.requireNonNull;

import io.amorsize.statistics.SteadyState;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The warm-up of one fork.
 *
 * @param state whether and where it settles
 * @param iterations number of its iterations, at least 1
 * @param startSeconds time until the first steady iteration; empty where there is none or nothing
 *     tells how long an iteration lasts
 * @param levels its segments, which cover it; none where it is too short
 * @param bias how far the mean cost of the iterations behind the chosen warm-up lies from that of
 *     the steady ones among them, as a share; empty unless the fork is steady
 */
public record ForkWarmup(
    SteadyState state,
    int iterations,
    OptionalDouble startSeconds,
    List<Level> levels,
    OptionalDouble bias) {

  /** Copies the list. */
  public ForkWarmup {
    requireNonNull(state, "state is null");
    requireNonNull(startSeconds, "startSeconds is null");
    requireNonNull(bias, "bias is null");
    levels = List.copyOf(levels);
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1, is " + iterations);
    }
  }

  /**
   * Looks at a fork.
   *
   * @param scores every iteration in the row's unit
   * @param costs the same as positive costs
   * @param clock how long iterations last
   * @param chosen iterations that are left out as warm-up
   */
  static ForkWarmup of(double[] scores, double[] costs, IterationClock clock, int chosen) {
    SteadyState state = SteadyState.of(costs);
    OptionalDouble seconds =
        state.start().isPresent()
            ? clock.secondsUntil(scores, state.start().getAsInt())
            : OptionalDouble.empty();
    List<Level> levels =
        state.segments().stream().map(segment -> Level.of(segment, scores)).toList();
    return new ForkWarmup(state, scores.length, seconds, levels, bias(costs, state, chosen));
  }

  private static OptionalDouble bias(double[] costs, SteadyState state, int chosen) {
    if (state.start().isEmpty() || chosen >= costs.length) {
      return OptionalDouble.empty();
    }
    double measured = meanFrom(costs, chosen);
    double steady = meanFrom(costs, Math.max(chosen, state.start().getAsInt()));
    return OptionalDouble.of(measured / steady - 1);
  }

  private static double meanFrom(double[] costs, int from) {
    return Arrays.stream(costs, from, costs.length).average().orElseThrow();
  }

  /** Whether it settled. */
  public boolean isSteady() {
    return state.answer() == SteadyState.Answer.STEADY;
  }

  /** Whether it has too few iterations to tell. */
  public boolean isTooShort() {
    return state.answer() == SteadyState.Answer.TOO_SHORT;
  }
}
