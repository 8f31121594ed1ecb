package io.amorsize.warmup;

import static java.util.Objects.requireNonNull;

import io.amorsize.statistics.SteadyState;
import io.amorsize.statistics.WarmupLength;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The warm-up that short pilot forks choose for the forks behind them: half as much again as the
 * later of two places, the first steady iteration ({@link SteadyState}) and the one from which on
 * windows stay at the level of the end ({@link WarmupLength}), within bounds. A pilot that does not
 * settle by both chooses the most.
 *
 * <p>Segments alone choose 19 iterations where windows choose 38, and leave more of the other forks
 * off their steady mean; the later of both does no worse than windows alone (see {@code evaluate
 * steady}).
 *
 * @param iterations iterations to leave out, at least 0
 * @param steadyFrom the first steady iteration of the pilot that settles last; empty where one does
 *     not settle, or is too short to tell
 * @param settled whether all pilots settle; of one that is too short for segments, by windows alone
 */
public record PilotWarmup(int iterations, OptionalInt steadyFrom, boolean settled) {

  /** Other forks may take longer to warm up than the pilot did. */
  private static final double RESERVE = 1.5;

  /** Checks the range. */
  public PilotWarmup {
    requireNonNull(steadyFrom, "steadyFrom is null");
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must be at least 0, is " + iterations);
    }
  }

  /**
   * The fewest and the most iterations that may be chosen.
   *
   * @param fewest at least 0
   * @param most at least {@code fewest}
   */
  public record Bounds(int fewest, int most) {

    /** Checks the order. */
    public Bounds {
      if (fewest < 0 || most < fewest) {
        throw new IllegalArgumentException(
            "need 0 <= fewest <= most, are " + fewest + " and " + most);
      }
    }

    private int clamp(double iterations) {
      return (int) Math.max(fewest, Math.min(most, Math.ceil(iterations)));
    }
  }

  /**
   * The choice that some pilots make together.
   *
   * @param pilots costs of every iteration of each pilot from the start of its JVM on; pilots with
   *     fewer than {@value WarmupLength#FEWEST_ITERATIONS} iterations or with a cost that is not
   *     positive say nothing
   */
  public static PilotWarmup of(List<double[]> pilots, Bounds bounds) {
    return pilots.stream()
        .filter(PilotWarmup::tells)
        .map(costs -> of(costs, bounds))
        .reduce(PilotWarmup::and)
        .orElse(new PilotWarmup(bounds.fewest(), OptionalInt.empty(), false));
  }

  private static boolean tells(double[] costs) {
    return costs.length >= WarmupLength.FEWEST_ITERATIONS
        && Arrays.stream(costs).allMatch(cost -> cost > 0 && Double.isFinite(cost));
  }

  private static PilotWarmup of(double[] costs, Bounds bounds) {
    WarmupLength windows = WarmupLength.of(costs);
    SteadyState segments = SteadyState.of(costs);
    boolean tooShort = segments.answer() == SteadyState.Answer.TOO_SHORT;
    boolean settled = windows.settled() && (tooShort || segments.start().isPresent());
    if (!settled) {
      return new PilotWarmup(bounds.most(), OptionalInt.empty(), false);
    }
    int later = Math.max(windows.iterations(), segments.start().orElse(0));
    return new PilotWarmup(bounds.clamp(RESERVE * later), segments.start(), true);
  }

  /** The choice that suits both: the longer warm-up. */
  public PilotWarmup and(PilotWarmup other) {
    return new PilotWarmup(
        Math.max(iterations, other.iterations),
        steadyFrom.isPresent() && other.steadyFrom.isPresent()
            ? OptionalInt.of(Math.max(steadyFrom.getAsInt(), other.steadyFrom.getAsInt()))
            : OptionalInt.empty(),
        settled && other.settled);
  }
}
