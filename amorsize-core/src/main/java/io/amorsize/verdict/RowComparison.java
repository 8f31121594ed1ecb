package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.statistics.Interval;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One metric of one benchmark, judged.
 *
 * @param key what was measured
 * @param metric {@code primary}, or the name of a secondary metric
 * @param unit unit of both sides
 * @param better which way is better
 * @param base the earlier side
 * @param current the later side
 * @param change what differs between them, in numbers
 * @param verdict what is said about it
 * @param suspect whether it was flagged, and not beyond the correction for the number of rows
 * @param accepted the agreement that covers a slowdown; empty where there is none
 * @param findings what a reader should know
 */
public record RowComparison(
    BenchmarkKey key,
    String metric,
    MetricUnit unit,
    Better better,
    SideSummary base,
    SideSummary current,
    Change change,
    Verdict verdict,
    boolean suspect,
    Optional<AcceptedChange> accepted,
    List<Finding> findings) {

  /** The metric that is the benchmark's own score. */
  public static final String PRIMARY = "primary";

  /**
   * The numbers of a change; each is empty where it cannot be told.
   *
   * @param slowdown cost now over cost before: above 1 is worse, whatever the unit
   * @param interval 95 % interval of the slowdown
   * @param p probability of so strong a sign of change where nothing changed
   * @param q the same, corrected for the number of rows
   * @param smallestDetectable the smallest change seen with 80 % power, as a share
   * @param forksNeeded forks a side that it would take to see a change of the margin
   */
  public record Change(
      OptionalDouble slowdown,
      Optional<Interval> interval,
      OptionalDouble p,
      OptionalDouble q,
      OptionalDouble smallestDetectable,
      OptionalInt forksNeeded) {

    static Change ofSlowdown(OptionalDouble slowdown) {
      return new Change(
          slowdown,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty());
    }
  }

  /** Copies the list. */
  public RowComparison {
    findings = List.copyOf(findings);
    if (suspect && verdict != Verdict.INCONCLUSIVE) {
      throw new IllegalArgumentException("a suspect is inconclusive, is " + verdict.label());
    }
  }

  /** The same row with what was found elsewhere to be true of it. */
  public RowComparison judged(Verdict found, boolean isSuspect) {
    return new RowComparison(
        key, metric, unit, better, base, current, change, found, isSuspect, accepted, findings);
  }

  /** Whether it is called slower or faster. */
  public boolean isCalled() {
    return verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
  }

  /** Whether it got slower and nobody agreed to that. */
  public boolean isRegression() {
    return verdict == Verdict.SLOWER && accepted.isEmpty();
  }

  /** Whether more forks could still decide it, and it was not given up. */
  public boolean isOpen() {
    boolean canBeJudged = isJudged() || base.forks() < SequentialDesign.FEWEST_PAIRS;
    return verdict == Verdict.INCONCLUSIVE
        && canBeJudged
        && findings.stream().noneMatch(finding -> finding.code() == FindingCode.GIVEN_UP);
  }

  /** Whether a test was possible. */
  public boolean isJudged() {
    return change.p().isPresent();
  }
}
