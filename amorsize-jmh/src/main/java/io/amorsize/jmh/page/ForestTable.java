package io.amorsize.jmh.page;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.RowMark;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compared rows as a forest plot, worst first, with filters and what each row shows opened. */
public final class ForestTable {

  private final ComparisonReport report;
  private final Warmups warmups;
  private final Function<RowComparison, String> remark;
  private final String suffix;
  private final Comparison comparison;
  private final List<RowComparison> rows;
  private final List<RowView> views;
  private final RowPlaces places;
  private final String unit;

  private ForestTable(
      ComparisonReport report,
      Warmups warmups,
      Function<RowComparison, String> remark,
      String suffix) {
    this.report = report;
    this.warmups = warmups;
    this.remark = remark;
    this.suffix = suffix;
    this.comparison = report.comparison();
    this.rows = RowMark.worstFirst(comparison.rows());
    this.views = rows.stream().map(row -> RowView.of(row, report)).toList();
    this.places = RowPlaces.of(rows.stream().map(RowComparison::key).toList());
    this.unit = unit(rows);
  }

  /** The rows of a page that shows nothing else. */
  static ForestTable of(ComparisonReport report, Warmups warmups) {
    return new ForestTable(report, warmups, row -> "", "");
  }

  /**
   * The rows of one comparison of a page with several.
   *
   * @param remark what else a reader of a row should know, a sentence; may be empty
   * @param number which comparison of the page it is, from 0
   */
  static ForestTable oneOf(
      ComparisonReport report, Function<RowComparison, String> remark, int number) {
    return new ForestTable(report, Warmups.NONE, remark, number == 0 ? "" : "-" + (number + 1));
  }

  /** Ends the names of its elements, so that a page can have several such tables. */
  public String suffix() {
    return suffix;
  }

  /** The rows, worst first. */
  public List<RowView> rows() {
    return views;
  }

  /**
   * A mark with the number of its rows.
   *
   * @param mark the mark
   * @param kind its name for style and script
   * @param rows how many rows have it
   */
  public record Count(RowMark mark, String kind, long rows) {}

  /** How many rows have each mark, without marks that none has. */
  public List<Count> counts() {
    Map<RowMark, List<RowView>> byMark =
        views.stream().collect(Collectors.groupingBy(RowView::mark));
    return Arrays.stream(RowMark.values())
        .filter(byMark::containsKey)
        .map(mark -> new Count(mark, byMark.get(mark).get(0).kind(), byMark.get(mark).size()))
        .toList();
  }

  /** How the rows can be narrowed, besides by text, mark and parameters. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        Choice.of("place", places.noun(), rows.stream().map(row -> places.of(row.key())).toList()));
    choices.add(Choice.of("metric", "Metric", rows.stream().map(RowComparison::metric).toList()));
    choices.add(Choice.of("mode", "Mode", rows.stream().map(row -> row.key().mode()).toList()));
    return choices.stream().filter(Choice::isUseful).toList();
  }

  /** The parameters that can be chosen, by name. */
  public List<Choice> parameters() {
    return Choice.ofParameters(rows.stream().map(RowComparison::key).toList());
  }

  /** The unit of all rows; empty where they have several. */
  public String unit() {
    return unit;
  }

  private static String unit(List<RowComparison> rows) {
    List<String> units = rows.stream().map(row -> row.unit().symbol()).distinct().toList();
    return units.size() == 1 ? units.get(0) : "";
  }

  /** The smallest change that counts, for example {@code 3 %}. */
  public String threshold() {
    return RowNumbers.share(comparison.rule().threshold());
  }

  /** What the script draws. */
  public String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("threshold", comparison.rule().threshold());
    ForkPoints points =
        ForkPoints.ofPage(
            rows.stream().mapToLong(row -> row.base().forks() + row.current().forks()).sum());
    data.put("rows", rows.stream().map(row -> plain(row, points)).toList());
    return InlineJson.of(data);
  }

  private Map<String, Object> plain(RowComparison row, ForkPoints points) {
    Map<String, Object> data = new RowData(row, report, points).plain();
    if (!remark.apply(row).isEmpty()) {
      data.put("sentence", TerminalText.clean(report.facts(row) + ". " + remark.apply(row)));
    }
    data.put("warmup", new WarmupData(row, warmups, points).plain());
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("place", places.of(row.key()));
    chosen.put("metric", row.metric());
    chosen.put("mode", row.key().mode());
    row.key().params().forEach((name, value) -> chosen.put(Choice.PARAMETER + name, value));
    data.put("choices", chosen);
    return data;
  }
}
