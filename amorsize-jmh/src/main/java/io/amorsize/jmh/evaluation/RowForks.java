package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The forks of a row's own score. */
final class RowForks {

  private RowForks() {}

  static List<Fork> of(BenchmarkRow row) {
    return row.primary().measurements().forks();
  }

  /** The row with other forks, and no score but theirs. */
  static BenchmarkRow replace(BenchmarkRow row, List<Fork> forks) {
    Measurements measurements = new Measurements(row.primary().measurements().unit(), forks);
    Metric primary = new Metric(measurements, OptionalDouble.empty(), Optional.empty());
    return new BenchmarkRow(row.key(), primary, row.secondary(), row.settings());
  }

  /** The row with the first of its forks alone. */
  static BenchmarkRow first(BenchmarkRow row, int count) {
    return replace(row, of(row).subList(0, count));
  }
}
