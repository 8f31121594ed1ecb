package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The compared rows for spreadsheets and scripts, a line each, in the order of the base. Slowdowns
 * are ratios, {@code smallest_detectable_share} of 0.05 is 5 %, centers are in the unit of the
 * line; what is not known is empty. {@code expected_false_alarms} is of the whole comparison. Rows
 * of one side alone are in the other forms.
 */
public final class ComparisonCsv {

  private static final List<String> MORE =
      List.of(
          "metric",
          "unit",
          "better",
          "base_forks",
          "base_iterations",
          "base_center_in_unit",
          "current_forks",
          "current_iterations",
          "current_center_in_unit",
          "slowdown_ratio",
          "slowdown_ci_lower_ratio",
          "slowdown_ci_upper_ratio",
          "p",
          "q",
          "verdict",
          "suspect",
          "accepted",
          "smallest_detectable_share",
          "forks_needed_per_side",
          "findings",
          "base_spread_percent",
          "current_spread_percent",
          "expected_false_alarms");

  private ComparisonCsv() {}

  /** The document: a header and a line for each row, each ended by CR and LF. */
  public static String write(Comparison comparison) {
    return CsvLine.document(
        RowCsv.names(MORE),
        comparison.rows().stream().map(row -> line(row, comparison.expectedFalseAlarms())));
  }

  private static String line(RowComparison row, double expectedFalseAlarms) {
    CsvLine line = RowCsv.line(row.key());
    line.text(row.metric()).text(row.unit().symbol()).text(row.better().label());
    line.number(row.base().forks()).number(row.base().iterations()).number(row.base().center());
    line.number(row.current().forks())
        .number(row.current().iterations())
        .number(row.current().center());
    change(line, row.change());
    line.text(row.verdict().label()).text(Boolean.toString(row.suspect()));
    line.text(Boolean.toString(row.accepted().isPresent()));
    line.number(row.change().smallestDetectable()).number(row.change().forksNeeded());
    line.text(codes(row));
    line.number(RowNumbers.spreadPercent(row.base(), row.better()));
    line.number(RowNumbers.spreadPercent(row.current(), row.better()));
    return line.number(OptionalDouble.of(expectedFalseAlarms)).line();
  }

  private static void change(CsvLine line, RowComparison.Change change) {
    line.number(change.slowdown());
    line.number(
        change
            .interval()
            .map(Interval::lower)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()));
    line.number(
        change
            .interval()
            .map(Interval::upper)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty()));
    line.number(change.p()).number(change.q());
  }

  private static String codes(RowComparison row) {
    return row.findings().stream()
        .map(Finding::code)
        .map(FindingCode::label)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
