package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A report for a terminal.
 *
 * @param width columns of the terminal; the widest words of a table give way if it is too narrow
 * @param colour whether tones are shown in colour
 */
public record TextFormat(int width, boolean colour) implements ReportFormat {

  private static final String GAP = "  ";
  private static final int NARROWEST_NAME = 12;

  @Override
  public String write(Report report) {
    StringBuilder out = new StringBuilder();
    for (Section section : report.sections()) {
      if (section instanceof Paragraph paragraph) {
        wrap(out, paragraph, "", "");
      } else if (section instanceof Table table) {
        write(out, table);
      } else if (section instanceof Notes notes) {
        write(out, notes);
      }
      out.append('\n');
    }
    wrap(out, new Paragraph(report.headline(), report.tone()), "", "");
    wrap(out, Paragraph.of(report.next()), "", "");
    return out.toString();
  }

  private void write(StringBuilder out, Notes notes) {
    if (!notes.heading().isEmpty()) {
      out.append(TerminalText.clean(notes.heading())).append('\n');
    }
    notes.notes().forEach(note -> wrap(out, note, "- ", "  "));
  }

  private void write(StringBuilder out, Table table) {
    if (!table.heading().isEmpty()) {
      out.append(TerminalText.clean(table.heading())).append('\n');
    }
    int[] widths = widths(table);
    List<Cell> heads = table.columns().stream().map(column -> Cell.of(column.name())).toList();
    writeRow(out, table, heads, widths);
    table.rows().forEach(row -> writeRow(out, table, row, widths));
  }

  private int[] widths(Table table) {
    int[] widths = table.columns().stream().mapToInt(column -> column.name().length()).toArray();
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalText.clean(row.get(i).text()).length());
      }
    }
    int excess = GAP.length() * (widths.length - 1) + Arrays.stream(widths).sum() - width;
    if (excess > 0) {
      int widest = widestWords(table, widths);
      widths[widest] = Math.max(NARROWEST_NAME, widths[widest] - excess);
    }
    return widths;
  }

  /** The column that can give way: numbers are never cut. */
  private static int widestWords(Table table, int[] widths) {
    int widest = 0;
    for (int i = 0; i < widths.length; i++) {
      boolean wider = table.columns().get(widest).number() || widths[i] > widths[widest];
      if (!table.columns().get(i).number() && wider) {
        widest = i;
      }
    }
    return widest;
  }

  private void writeRow(StringBuilder out, Table table, List<Cell> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = TerminalText.shorten(TerminalText.clean(cells.get(i).text()), widths[i]);
      String padding = " ".repeat(widths[i] - text.length());
      String shown = TerminalText.coloured(text, cells.get(i).tone(), colour);
      line.append(table.columns().get(i).number() ? padding + shown : shown + padding);
      line.append(i + 1 < widths.length ? GAP : "");
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void wrap(StringBuilder out, Paragraph paragraph, String first, String others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : TerminalText.clean(paragraph.text()).split(" ")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    for (String wrapped : lines) {
      out.append(TerminalText.coloured(wrapped, paragraph.tone(), colour)).append('\n');
    }
  }

  /** A number with a fixed count of decimals, the same in every locale. */
  static String number(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
