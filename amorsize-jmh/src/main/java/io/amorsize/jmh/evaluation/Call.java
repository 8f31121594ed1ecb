package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.Interval;
import java.util.Optional;

/**
 * What a method says about a row.
 *
 * @param flagged whether it takes the row for changed, before a correction for the number of rows
 * @param alarm whether it does so for good
 * @param same whether it says that nothing changed
 * @param interval its interval of the slowdown; empty where it has none
 */
record Call(boolean flagged, boolean alarm, boolean same, Optional<Interval> interval) {

  /** The call of a method that flags or does not. */
  static Call of(boolean flagged) {
    return new Call(flagged, flagged, false, Optional.empty());
  }
}
