package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.NumberedNotes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import java.util.List;
import java.util.stream.Collectors;

/** A report for a pull request or a job summary. */
public record MarkdownFormat() implements ReportFormat {

  /** An empty character after the sign keeps a name from calling a user of that name. */
  private static final String NO_MENTION = "@&#8203;";

  private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

  @Override
  public String write(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(escape(report.title())).append("\n\n");
    out.append("**").append(escape(report.headline())).append("**\n");
    report.sections().forEach(section -> write(out, section));
    out.append('\n').append(escape(report.next())).append('\n');
    return out.toString();
  }

  /** One section after an empty line. */
  static void write(StringBuilder out, Section section) {
    out.append('\n');
    if (section instanceof Paragraph paragraph) {
      out.append(escape(paragraph.text())).append('\n');
    } else if (section instanceof Table table) {
      write(out, table);
    } else if (section instanceof Notes notes) {
      write(out, notes);
    } else if (section instanceof NumberedNotes notes) {
      write(out, notes);
    }
  }

  /** Numbers are spelled as in the table, since Markdown would make a list of its own. */
  private static void write(StringBuilder out, NumberedNotes notes) {
    for (int i = 0; i < notes.notes().size(); i++) {
      out.append("- \\[").append(i + 1).append("\\] ");
      out.append(escape(notes.notes().get(i))).append('\n');
    }
  }

  private static void write(StringBuilder out, Notes notes) {
    heading(out, notes.heading());
    notes.notes().forEach(note -> out.append("- ").append(escape(note.text())).append('\n'));
  }

  private static void write(StringBuilder out, Table table) {
    heading(out, table.heading());
    row(out, table.columns().stream().map(column -> escape(column.name())).toList());
    row(out, table.columns().stream().map(column -> column.number() ? "---:" : "---").toList());
    for (List<Cell> cells : table.rows()) {
      row(out, cells.stream().map(cell -> marked(escape(cell.text()), cell.tone())).toList());
    }
  }

  private static void heading(StringBuilder out, String heading) {
    if (!heading.isEmpty()) {
      out.append("### ").append(escape(heading)).append("\n\n");
    }
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(String::strip).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String marked(String text, Tone tone) {
    return tone == Tone.BAD && !text.isBlank() ? "**" + text + "**" : text;
  }

  /** The text with everything that Markdown or HTML would act on made harmless, on one line. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (char c : TerminalText.clean(text).toCharArray()) {
      if (c == '<') {
        escaped.append("&lt;");
      } else if (c == '>') {
        escaped.append("&gt;");
      } else if (c == '&') {
        escaped.append("&amp;");
      } else if (c == '@') {
        escaped.append(NO_MENTION);
      } else {
        escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
