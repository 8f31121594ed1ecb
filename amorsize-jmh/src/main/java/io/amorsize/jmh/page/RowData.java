package io.amorsize.jmh.page;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.finding.Finding;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SideSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the script of a page knows of a compared row: numbers to draw, texts to show. */
final class RowData {

  private final RowComparison row;
  private final ComparisonReport report;
  private final ForkPoints points;

  RowData(RowComparison row, ComparisonReport report, ForkPoints points) {
    this.row = row;
    this.report = report;
    this.points = points;
  }

  Map<String, Object> plain() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("benchmark", row.key().benchmark());
    data.put("verdict", RowView.of(row, report).kind());
    data.put("slowdown", orNull(row.change().slowdown()));
    data.put("ci", row.change().interval().map(RowData::ends).orElse(null));
    data.put("base", orNull(row.base().center()));
    data.put("current", orNull(row.current().center()));
    data.put("unit", TerminalText.clean(row.unit().symbol()));
    data.put("sentence", TerminalText.clean(report.sentence(row)));
    data.put("numbers", numbers());
    data.put("findings", row.findings().stream().map(RowData::finding).toList());
    data.put("forks", forks());
    return data;
  }

  private static List<String> finding(Finding finding) {
    return List.of(
        finding.severity().name().toLowerCase(Locale.ROOT),
        TerminalText.clean(finding.message()),
        finding.code().label());
  }

  /** Labels with their values for both sides, in the words of the other forms. */
  private List<List<String>> numbers() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("Score", side(row.base()), side(row.current())));
    lines.add(List.of("Forks", "" + row.base().forks(), "" + row.current().forks()));
    lines.add(List.of("Iterations", "" + row.base().iterations(), "" + row.current().iterations()));
    lines.add(
        List.of(
            "Fork means", means(row.base().measurements()), means(row.current().measurements())));
    return lines;
  }

  private String side(SideSummary side) {
    return (RowNumbers.side(side, row.better()).strip() + " " + row.unit().symbol()).strip();
  }

  /** The means of forks in words. */
  static String means(Measurements measurements) {
    return measurements.forks().stream()
        .map(fork -> RowNumbers.value(fork.mean()))
        .collect(Collectors.joining(", "));
  }

  /** The forks of both sides; null where a side has none. */
  private Map<String, Object> forks() {
    Map<String, Object> data =
        new StepScores(points).of(row.base().measurements(), row.current().measurements());
    if (data != null) {
      data.put("baseMeans", forkMeans(row.base()));
      data.put("currentMeans", forkMeans(row.current()));
    }
    return data;
  }

  private static List<Double> forkMeans(SideSummary side) {
    return side.measurements().forks().stream().map(Fork::mean).toList();
  }

  private static List<Double> ends(Interval interval) {
    return Arrays.asList(orNull(interval.lower()), orNull(interval.upper()));
  }
}
