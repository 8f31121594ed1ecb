package io.amorsize.jmh.interleaved;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import java.time.Duration;
import java.util.List;

/**
 * How a session ended.
 *
 * @param comparison what was found
 * @param base the base's forks
 * @param candidate the candidate's forks
 * @param failures what could not be measured
 * @param notBegun what has no pair of forks yet, since the session ended before
 * @param ending why it ended
 * @param cost what it took
 */
public record SessionOutcome(
    Comparison comparison,
    BenchmarkRun base,
    BenchmarkRun candidate,
    List<Failure> failures,
    List<PairedUnit> notBegun,
    Ending ending,
    Cost cost) {

  /** Copies the lists. */
  public SessionOutcome {
    failures = List.copyOf(failures);
    notBegun = List.copyOf(notBegun);
  }

  /** Why a session ended. */
  public enum Ending {
    /** Every row is decided, given up or out of forks. */
    COMPLETE,
    /** Rows were open when the time was used up. */
    OUT_OF_TIME,
    /** It was stopped from outside. */
    STOPPED
  }

  /**
   * A unit of which a fork failed twice.
   *
   * @param unit what failed
   * @param message why
   */
  public record Failure(PairedUnit unit, String message) {}

  /**
   * The time of a session, and what others would have taken.
   *
   * @param forks forks that were measured, of both sides together
   * @param elapsed time of these forks and of finding their iterations
   * @param planning the part of it for finding iterations
   * @param fixed expected time of 5 forks a side with the same iterations
   * @param jmhDefaults time of 5 forks a side with 5 warm-up and 5 measured iterations of 10 s
   */
  public record Cost(
      int forks, Duration elapsed, Duration planning, Duration fixed, Duration jmhDefaults) {}
}
