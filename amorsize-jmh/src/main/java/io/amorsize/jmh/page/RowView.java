package io.amorsize.jmh.page;

import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.RowMark;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.RowComparison;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A compared row as a line of the page's table.
 *
 * @param name what it is called
 * @param mark its word
 * @param called whether a change is called
 * @param change its change of cost
 * @param interval the 95 % interval of it; empty where there is none
 * @param base the earlier side
 * @param current the later side
 * @param unit the unit of both sides
 */
public record RowView(
    TwoLineName name,
    RowMark mark,
    boolean called,
    String change,
    String interval,
    String base,
    String current,
    String unit) {

  static RowView of(RowComparison row, ComparisonReport report) {
    return new RowView(
        TwoLineName.of(report.name(row), row.key().benchmark()),
        RowMark.of(row),
        row.isCalled(),
        change(row),
        row.change().interval().map(RowView::interval).orElse(""),
        score(row.base().center()),
        score(row.current().center()),
        row.unit().symbol());
  }

  private static String change(RowComparison row) {
    String change = RowNumbers.change(row);
    return change.isEmpty() ? "–" : change.replace("%", " %");
  }

  private static String interval(Interval interval) {
    return RowNumbers.changeInWords(interval.lower()).replace(" %", "")
        + " to "
        + RowNumbers.changeInWords(interval.upper());
  }

  /** A score in words; a dash where there is none. */
  static String score(OptionalDouble score) {
    return score.isEmpty() ? "–" : RowNumbers.rounded(score.getAsDouble());
  }

  /** The name of the mark for style and script. */
  public String kind() {
    return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
