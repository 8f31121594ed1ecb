package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import java.util.List;
import java.util.stream.Stream;

/** What lines for spreadsheets begin with: which row they are of, and what was measured of it. */
final class RowCsv {

  private static final List<String> KEY = List.of("benchmark", "params", "mode", "threads");
  private static final List<String> SCORE =
      List.of("metric", "unit", "forks", "iterations", "score");

  private RowCsv() {}

  /** The columns of {@link #line(BenchmarkKey)}, and more. */
  static List<String> names(List<String> more) {
    return Stream.of(KEY, more).flatMap(List::stream).toList();
  }

  /** A line that says which row it is of; an unknown number of threads is empty. */
  static CsvLine line(BenchmarkKey key) {
    return new CsvLine()
        .text(key.benchmark())
        .text(key.paramText())
        .text(key.mode())
        .count(key.threads());
  }

  /** The columns of {@link #line(BenchmarkKey, String, Metric)}, and more. */
  static List<String> scoreNames(List<String> more) {
    return Stream.of(KEY, SCORE, more).flatMap(List::stream).toList();
  }

  /** A line that also says what a metric of the row scored. */
  static CsvLine line(BenchmarkKey key, String name, Metric metric) {
    Measurements measured = metric.measurements();
    return line(key)
        .text(name)
        .text(metric.unit().symbol())
        .number(measured.forks().size())
        .number(measured.iterations())
        .number(RowsReport.score(metric));
  }
}
