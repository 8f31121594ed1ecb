package io.amorsize.statistics;

import java.util.List;
import java.util.OptionalInt;

/**
 * Whether and from where on a fork runs at one level.
 *
 * <p>The fork is cut into {@link Segments}. Going back from its end, segments belong to the steady
 * part as long as they may be equal to the last one: a segment is different if the 95 % interval of
 * the ratio of the two means lies outside of 1 +- 5 % (Traini, Cortellessa, Di Pompeo and Tucci,
 * EMSE 28, 2023, with a normal interval in the place of their bootstrap). The fork is steady if the
 * steady part is a sixth of it at least (their 500 of 3000 iterations), and {@value
 * #SHORTEST_STEADY} iterations.
 *
 * <p>A segment of few iterations that scatter widely is different from nothing, so the start moves
 * on for as long as the mean of the next iterations (20, or a twentieth of a short fork, 3 at
 * least) lies more than 5 % and two standard errors above the level of the later half of the steady
 * part.
 *
 * @param answer what can be said
 * @param start the first steady iteration, from 0 on; empty unless steady
 * @param segments the segments, which cover the fork; none where it is too short
 */
public record SteadyState(Answer answer, OptionalInt start, List<Segment> segments) {

  /** With fewer iterations nothing can be said. */
  public static final int FEWEST_ITERATIONS = 20;

  /** A steady part has at least so many iterations. */
  static final int SHORTEST_STEADY = 10;

  private static final int PART = 6;
  private static final double TOLERANCE = 0.05;

  /** Two-sided 95 % quantile of the normal distribution. */
  private static final double QUANTILE = 1.96;

  private static final int NEXT = 20;
  private static final int SHORT_PART = 20;
  private static final int FEWEST_NEXT = 3;
  private static final double STANDARD_ERRORS = 2;

  /** What can be said of a fork. */
  public enum Answer {
    /** It settled. */
    STEADY,
    /** It had not settled within its iterations. */
    NOT_STEADY,
    /** It has too few iterations. */
    TOO_SHORT
  }

  /** Copies the list and checks that a start is there where it must be. */
  public SteadyState {
    segments = List.copyOf(segments);
    if (start.isPresent() != (answer == Answer.STEADY)) {
      throw new IllegalArgumentException("a start goes with STEADY, is " + start + ", " + answer);
    }
  }

  /**
   * Looks at a fork.
   *
   * @param costs of every iteration from the start of the JVM, positive and finite, in any unit; at
   *     least 1
   */
  public static SteadyState of(double[] costs) {
    if (costs.length == 0) {
      throw new IllegalArgumentException("need at least one iteration");
    }
    for (double cost : costs) {
      if (!(cost > 0) || Double.isInfinite(cost)) {
        throw new IllegalArgumentException("a cost must be positive and finite, is " + cost);
      }
    }
    if (costs.length < FEWEST_ITERATIONS) {
      return new SteadyState(Answer.TOO_SHORT, OptionalInt.empty(), List.of());
    }
    List<Segment> segments = Segments.of(costs);
    Stretches stretches = new Stretches(costs);
    int latest = costs.length - Math.max(costs.length / PART, SHORTEST_STEADY);
    int equal = startOfEqual(segments, stretches);
    return equal > latest
        ? new SteadyState(Answer.NOT_STEADY, OptionalInt.empty(), segments)
        : new SteadyState(
            Answer.STEADY, OptionalInt.of(settled(stretches, equal, latest)), segments);
  }

  private static int startOfEqual(List<Segment> segments, Stretches stretches) {
    int place = segments.size() - 1;
    Segment last = segments.get(place);
    while (place > 0 && !differ(stretches, last, segments.get(place - 1))) {
      place--;
    }
    return segments.get(place).from();
  }

  private static boolean differ(Stretches stretches, Segment last, Segment other) {
    double ratio = stretches.mean(last) / stretches.mean(other);
    double half =
        QUANTILE
            * ratio
            * Math.hypot(stretches.relativeError(last), stretches.relativeError(other));
    return ratio + half <= 1 - TOLERANCE || ratio - half >= 1 + TOLERANCE;
  }

  private static int settled(Stretches stretches, int from, int latest) {
    int length = stretches.length();
    int next = Math.min(NEXT, Math.max(FEWEST_NEXT, length / SHORT_PART));
    Segment later = new Segment(from + (length - from) / 2, length - 1);
    double level = stretches.mean(later);
    double error = stretches.deviation(later) / Math.sqrt(next);
    double bar = Math.max(level * (1 + TOLERANCE), level + STANDARD_ERRORS * error);
    int start = from;
    while (start < latest && stretches.mean(new Segment(start, start + next - 1)) > bar) {
      start++;
    }
    return start;
  }
}
