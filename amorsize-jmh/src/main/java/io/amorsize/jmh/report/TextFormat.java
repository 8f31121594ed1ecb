package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.NumberedNotes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for a terminal.
 *
 * @param width columns of the terminal; the widest words of a table give way if it is too narrow
 * @param colour whether tones are shown in colour
 */
public record TextFormat(int width, boolean colour) implements ReportFormat {

  /** Stands for a blank between a number and its sign. */
  private static final String UNBROKEN = "\u00a0";

  @Override
  public String write(Report report) {
    StringBuilder out = new StringBuilder();
    for (Section section : report.sections()) {
      write(out, section);
      out.append('\n');
    }
    wrap(out, new Paragraph(report.headline(), report.tone()), "", "");
    wrap(out, Paragraph.of(report.next()), "", "");
    return out.toString();
  }

  /** One section, each line ended by a line feed. */
  void write(StringBuilder out, Section section) {
    if (section instanceof Paragraph paragraph) {
      wrap(out, paragraph, "", "");
    } else if (section instanceof Table table) {
      heading(out, table.heading());
      new TextTable(table, width, colour).write(out);
    } else if (section instanceof Notes notes) {
      heading(out, notes.heading());
      notes.notes().forEach(note -> wrap(out, note, "- ", "  "));
    } else if (section instanceof NumberedNotes notes) {
      write(out, notes);
    }
  }

  private void write(StringBuilder out, NumberedNotes notes) {
    for (int i = 0; i < notes.notes().size(); i++) {
      String number = "[" + (i + 1) + "] ";
      wrap(out, Paragraph.of(notes.notes().get(i)), number, " ".repeat(number.length()));
    }
  }

  private void heading(StringBuilder out, String heading) {
    if (!heading.isEmpty()) {
      wrap(out, Paragraph.of(heading), "", "");
    }
  }

  private void wrap(StringBuilder out, Paragraph paragraph, String first, String others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : words(paragraph.text(), width - first.length())) {
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
      String shown = wrapped.stripTrailing();
      out.append(TerminalText.coloured(shown, paragraph.tone(), colour)).append('\n');
    }
  }

  /** The words of a text; one that is longer than a line comes in pieces. */
  private static List<String> words(String text, int longest) {
    List<String> words = new ArrayList<>();
    String clean = TerminalText.clean(text).strip().replace(" %", UNBROKEN + "%");
    for (String word : clean.split(" +")) {
      String rest = word.replace(UNBROKEN, " ");
      while (rest.length() > longest) {
        words.add(rest.substring(0, longest));
        rest = rest.substring(longest);
      }
      words.add(rest);
    }
    return words;
  }

  /** A number with a fixed count of decimals, the same in every locale. */
  static String number(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
