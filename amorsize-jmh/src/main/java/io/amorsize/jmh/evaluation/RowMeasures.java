package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.Interval;
import java.util.Optional;

/**
 * What counts the calls of rows with one slowdown.
 *
 * @param slowdown the slowdown, 1 where nothing changed
 * @param same rows that are called the same
 * @param covered rows whose interval holds the slowdown
 * @param coveredCalls the same among rows with a verdict; empty where there is none to hold
 * @param pairs forks of a side that it took
 */
record RowMeasures(
    double slowdown, Measure same, Measure covered, Optional<Measure> coveredCalls, Measure pairs) {

  static final RowMeasures UNCHANGED =
      new RowMeasures(1, Measure.SAME, Measure.COVERAGE, Optional.empty(), Measure.PAIRS);
  static final RowMeasures BY_5 =
      new RowMeasures(
          1.05,
          Measure.SAME_5,
          Measure.COVERAGE_5,
          Optional.of(Measure.CALLED_COVERAGE_5),
          Measure.PAIRS_5);
  static final RowMeasures BY_10 =
      new RowMeasures(
          1.10,
          Measure.SAME_10,
          Measure.COVERAGE_10,
          Optional.of(Measure.CALLED_COVERAGE_10),
          Measure.PAIRS_10);

  private static final double ROUNDING = 1e-9;

  /** Notes the call of a benchmark. */
  void note(ScoreSheet sheet, int benchmark, Call call) {
    sheet.add(same, benchmark, call.same());
    call.pairs().ifPresent(taken -> sheet.add(pairs, benchmark, (double) taken));
    call.interval()
        .ifPresent(
            interval -> {
              boolean holds = isInside(interval);
              sheet.add(covered, benchmark, holds);
              coveredCalls
                  .filter(unused -> call.alarm())
                  .ifPresent(measure -> sheet.add(measure, benchmark, holds));
            });
  }

  /** Rounding must not put a value outside of an interval of no width. */
  private boolean isInside(Interval interval) {
    return interval.lower() <= slowdown * (1 + ROUNDING)
        && interval.upper() >= slowdown * (1 - ROUNDING);
  }
}
