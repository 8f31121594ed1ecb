package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.Interval;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a method says about a row.
 *
 * @param flagged whether it takes the row for changed, before a correction for the number of rows
 * @param alarm whether it does so for good
 * @param same whether it says that nothing changed
 * @param pairs forks of a side that it took; empty where that is not counted
 * @param interval its interval of the slowdown; empty where it has none
 */
record Call(
    boolean flagged, boolean alarm, boolean same, OptionalInt pairs, Optional<Interval> interval) {

  /** The call of a method that flags or does not. */
  static Call of(boolean flagged) {
    return of(flagged, flagged);
  }

  /** The call of a method that has no interval and never says that nothing changed. */
  static Call of(boolean flagged, boolean alarm) {
    return new Call(flagged, alarm, false, OptionalInt.empty(), Optional.empty());
  }

  /** What a comparison says. */
  static Call of(RowComparison row) {
    return new Call(
        row.isCalled() || row.suspect(),
        row.isCalled(),
        row.verdict() == Verdict.SAME,
        OptionalInt.of(row.base().measurements().forks().size()),
        row.change().interval());
  }
}
