package io.amorsize.jmh.interleaved;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.warmup.PilotWarmup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a session ended.
 *
 * @param comparison what was found
 * @param base the base's forks
 * @param candidate the candidate's forks
 * @param failures what could not be measured
 * @param notBegun what has no pair of forks yet, since the session ended before
 * @param warmups the warm-up that pilots chose
 * @param ending why it ended
 * @param cost what it took
 */
public record SessionOutcome(
    Comparison comparison,
    BenchmarkRun base,
    BenchmarkRun candidate,
    List<Failure> failures,
    List<PairedUnit> notBegun,
    List<Warmup> warmups,
    Ending ending,
    Cost cost) {

  /** Copies the lists. */
  public SessionOutcome {
    failures = List.copyOf(failures);
    notBegun = List.copyOf(notBegun);
    warmups = List.copyOf(warmups);
  }

  /**
   * The warm-up of a unit.
   *
   * @param unit what is measured
   * @param pilot what its pilots chose
   * @param time length of an iteration; empty where the benchmark says it
   */
  public record Warmup(PairedUnit unit, PilotWarmup pilot, Optional<Duration> time) {}

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
