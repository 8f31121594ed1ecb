package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Section.Table;
import java.util.ArrayList;
import java.util.List;

/** Scores of methods as a table: a line for each method on each file. */
final class ScoreTable {

  private ScoreTable() {}

  static Table of(String heading, List<MethodScore> scores, List<Measure> measures) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("iterations"));
    columns.add(Column.words("forks"));
    columns.add(Column.numbers("rows"));
    columns.add(Column.words("method"));
    measures.forEach(measure -> columns.add(Column.numbers(measure.label())));
    columns.add(Column.numbers("suites"));
    return new Table(heading, columns, scores.stream().map(score -> row(score, measures)).toList());
  }

  private static List<Cell> row(MethodScore score, List<Measure> measures) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(score.data()));
    cells.add(Cell.of(score.forks().toString()));
    cells.add(Cell.of(Integer.toString(score.rows())));
    cells.add(Cell.of(score.method()));
    measures.forEach(measure -> cells.add(Cell.of(text(measure, score.get(measure)))));
    cells.add(Cell.of(Integer.toString(score.suites())));
    return cells;
  }

  private static String text(Measure measure, Estimate estimate) {
    return measure.isMean() ? PercentText.ofMean(estimate) : PercentText.of(estimate);
  }
}
