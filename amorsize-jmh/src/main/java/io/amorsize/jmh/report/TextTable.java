package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Table;
import java.util.Arrays;
import java.util.List;

/** A table laid out for a terminal: words give way where it is too narrow, numbers never do. */
final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST_WORDS = 12;

  /** Names that keep so much of themselves are still known. */
  private static final double LEAST_KEPT = 0.6;

  private final Table table;
  private final boolean colour;
  private final int width;
  private final int[] widths;
  private final boolean ownLines;

  TextTable(Table table, int width, boolean colour) {
    this.table = table;
    this.colour = colour;
    this.width = width;
    this.widths = table.columns().stream().mapToInt(column -> column.name().length()).toArray();
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], clean(row.get(i)).length());
      }
    }
    int excess = GAP.length() * (widths.length - 1) + Arrays.stream(widths).sum() - width;
    int widest = widestWords();
    int left = widths[widest] - excess;
    ownLines = excess > 0 && table.columns().get(widest).wholeNames() && !canBeCut(widest, left);
    if (excess > 0) {
      widths[widest] = Math.max(ownLines ? 0 : NARROWEST_WORDS, left);
    }
  }

  /** The column that gives way. */
  private int widestWords() {
    int widest = 0;
    for (int i = 0; i < widths.length; i++) {
      boolean wider = table.columns().get(widest).number() || widths[i] > widths[widest];
      if (!table.columns().get(i).number() && wider) {
        widest = i;
      }
    }
    return widest;
  }

  /** Whether names of a column, cut to a width, can still be told apart and recognized. */
  private boolean canBeCut(int column, int left) {
    List<String> names =
        table.rows().stream().map(row -> clean(row.get(column))).distinct().toList();
    return left >= NARROWEST_WORDS
        && names.stream().allMatch(name -> left >= LEAST_KEPT * name.length())
        && names.stream().map(name -> TerminalText.shorten(name, left)).distinct().count()
            == names.size();
  }

  void write(StringBuilder out) {
    writeRow(out, table.columns().stream().map(column -> Cell.of(column.name())).toList());
    table.rows().forEach(row -> writeRow(out, row));
  }

  private void writeRow(StringBuilder out, List<Cell> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = clean(cells.get(i));
      if (ownLines && table.columns().get(i).wholeNames() && text.length() > widths[i]) {
        line.append(TerminalText.shorten(text, width)).append('\n');
        text = "";
      }
      text = TerminalText.shorten(text, widths[i]);
      String padding = " ".repeat(widths[i] - text.length());
      String shown = TerminalText.coloured(text, cells.get(i).tone(), colour);
      line.append(table.columns().get(i).number() ? padding + shown : shown + padding);
      line.append(i + 1 < widths.length ? GAP : "");
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static String clean(Cell cell) {
    return TerminalText.clean(cell.text());
  }
}
