package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.OpenRows;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.policy.Policy;
import io.amorsize.verdict.RowSelection;
import java.time.LocalDate;
import java.util.List;

/** The rows of a comparison that run again, and how options judge them. */
final class ConfirmedRows {

  private final RecordedComparison comparison;
  private final OpenRows open;

  ConfirmedRows(RecordedComparison comparison) {
    this.comparison = comparison;
    this.open = new OpenRows(comparison);
  }

  /** Whether there is nothing to run. */
  boolean isEmpty() {
    return open.isEmpty();
  }

  /** What runs. */
  List<PairedUnit> units(RowSelection selection, SessionSides sides) {
    return open.units(selection, sides);
  }

  /**
   * Judges as the comparison did, where the options do not say otherwise; only what runs again is
   * expected to be there.
   *
   * @param agreed the policy of the session that is confirmed
   */
  SessionRun.Judging judging(
      JudgementOptions judgement, RowOptions rows, Policy agreed, LocalDate today) {
    rows.requireWholeForks();
    return new SessionRun.Judging(
        rows.rule(open.rule(agreed, today), judgement.threshold(), today),
        rows.selection(open.metrics()),
        judgement,
        rows.showsOnlyChanged());
  }

  /** The label of a side. */
  String label(boolean base) {
    return base ? comparison.base() : comparison.current();
  }
}
