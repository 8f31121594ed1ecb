package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.NumberedNotes;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SideSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The rows of one metric in one unit, worst first. */
final class RowTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.names("benchmark"),
          Column.numbers("base"),
          Column.numbers("current"),
          Column.numbers("change"),
          Column.words("(p, forks)"),
          Column.words("verdict"));

  private final List<RowComparison> rows;
  private final CommonFacts ofAll;
  private final CommonFacts facts;

  private RowTable(List<RowComparison> rows, CommonFacts ofAll) {
    this.rows = RowMark.worstFirst(rows);
    this.ofAll = ofAll;
    this.facts = ofAll.within(rows.stream().map(RowComparison::key).toList());
  }

  /** A table for each metric and unit, in the order of the comparison. */
  static List<RowTable> of(Comparison comparison, CommonFacts ofAll) {
    Map<List<String>, List<RowComparison>> groups = new LinkedHashMap<>();
    for (RowComparison row : comparison.rows()) {
      groups
          .computeIfAbsent(
              List.of(row.metric(), row.unit().symbol(), row.better().label()),
              unused -> new ArrayList<>())
          .add(row);
    }
    return groups.values().stream().map(group -> new RowTable(group, ofAll)).toList();
  }

  /** All rows, worst first. */
  List<RowComparison> rows() {
    return rows;
  }

  /** What a row is called in this table. */
  String name(BenchmarkKey key) {
    return facts.name(key);
  }

  /** Metric, unit, direction, and what all rows share here and not everywhere. */
  String heading() {
    RowComparison first = rows.get(0);
    String metric = first.metric().equals(RowComparison.PRIMARY) ? "Score" : first.metric();
    String direction =
        switch (first.better()) {
          case LOWER -> "";
          case HIGHER ->
              ", higher is better (the change is of cost, its inverse: above 0 is slower)";
          case UNKNOWN -> ", which nobody said to be better high or low";
        };
    String shared = facts.textBeyond(ofAll);
    return metric
        + " in "
        + first.unit().symbol()
        + direction
        + (shared.isEmpty() ? "" : "; " + shared);
  }

  /** The table of some of its rows, with their notes. */
  List<Section> sections(String heading, List<RowComparison> shown) {
    RowNotes notes = new RowNotes(shown);
    List<List<Cell>> cells = new ArrayList<>();
    shown.forEach(row -> cells.add(cells(row, notes.references(row))));
    if (rows.size() > 1) {
      geomean().ifPresent(cells::add);
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Table(heading, COLUMNS, cells));
    if (!notes.texts().isEmpty()) {
      sections.add(new NumberedNotes(notes.texts()));
    }
    return sections;
  }

  private List<Cell> cells(RowComparison row, String references) {
    RowMark mark = RowMark.of(row);
    return List.of(
        Cell.of(name(row.key())),
        Cell.of(RowNumbers.side(row.base(), row.better())),
        Cell.of(RowNumbers.side(row.current(), row.better())),
        row.isCalled() ? new Cell(RowNumbers.change(row), mark.tone()) : Cell.of("~"),
        Cell.of(RowNumbers.test(row)),
        new Cell((mark.mark() + " " + references).strip(), mark.tone()));
  }

  /** The geometric means of all rows that have a change, whether they are shown or not. */
  private Optional<List<Cell>> geomean() {
    List<RowComparison> common =
        rows.stream()
            .filter(row -> row.change().slowdown().isPresent())
            .filter(RowTable::hasRatio)
            .toList();
    OptionalDouble change =
        RowNumbers.geometricMean(
            common.stream().mapToDouble(row -> row.change().slowdown().getAsDouble()).toArray());
    if (change.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            Cell.of("geomean"),
            Cell.of(center(common, RowComparison::base)),
            Cell.of(center(common, RowComparison::current)),
            Cell.of(RowNumbers.change(change.getAsDouble())),
            Cell.of(""),
            Cell.of("")));
  }

  private static String center(
      List<RowComparison> rows, Function<RowComparison, SideSummary> side) {
    OptionalDouble center =
        RowNumbers.geometricMean(
            rows.stream().mapToDouble(row -> side.apply(row).center().orElse(0)).toArray());
    return (center.isEmpty() ? "-" : RowNumbers.value(center.getAsDouble())) + " ".repeat(6);
  }

  /** Allocation of nearly nothing has ratios that mean nothing; it is judged without. */
  private static boolean hasRatio(RowComparison row) {
    return row.isJudged() || row.unit().quantity() != MetricUnit.Quantity.BYTES_PER_OPERATION;
  }
}
