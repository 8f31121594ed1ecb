package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a pull request or a job summary: what changed, the rest folded away. */
public final class ComparisonMarkdown {

  /** GitHub takes 65 536 characters; some are left to whoever adds a line. */
  static final int LONGEST = 60_000;

  private static final int MOST_ROWS = 1 << 12;
  private static final int LONGEST_TEXT = 400;

  private final ComparisonReport report;
  private final int mostChanged;
  private final int mostOthers;
  private final StringBuilder out = new StringBuilder();

  private ComparisonMarkdown(ComparisonReport report, int mostChanged, int mostOthers) {
    this.report = report;
    this.mostChanged = mostChanged;
    this.mostOthers = mostOthers;
  }

  /** The document, at most 60 000 characters: what is folded away is left out first. */
  public static String write(ComparisonReport report) {
    int changed = MOST_ROWS;
    int others = MOST_ROWS;
    String document = new ComparisonMarkdown(report, changed, others).document();
    while (document.length() > LONGEST && changed > 0) {
      if (others > 0) {
        others /= 2;
      } else {
        changed /= 2;
      }
      document = new ComparisonMarkdown(report, changed, others).document();
    }
    return document;
  }

  private String document() {
    Comparison comparison = report.comparison();
    out.append("## ")
        .append(escape("Benchmarks: " + comparison.current() + " against " + comparison.base()))
        .append("\n\n**")
        .append(escape(report.headline()))
        .append("**\n");
    if (!report.failures().isEmpty()) {
      paragraphs(List.of("Failed:"));
    }
    notes(report.failures(), mostChanged);
    notes(report.firstFindings(), mostChanged);
    changes();
    others();
    names("missing, only in the base", comparison.missing());
    names("new, only in the current side", comparison.added());
    findings();
    paragraphs(report.needed());
    paragraphs(report.measuring());
    paragraphs(List.of(report.next()));
    return out.toString();
  }

  private void changes() {
    List<String> explanation = new ArrayList<>(report.settings());
    if (!report.comparison().rows().isEmpty()) {
      explanation.add(ComparisonReport.legend());
    }
    boolean any = false;
    for (RowTable table : report.tables()) {
      List<RowComparison> rows = rows(table, true);
      if (!rows.isEmpty()) {
        table(table, rows, mostChanged);
        any = true;
      }
    }
    if (!any && !report.comparison().rows().isEmpty()) {
      paragraphs(List.of("No row is slower, faster or suspect."));
    }
    paragraphs(List.of(String.join(" ", explanation)));
  }

  private void others() {
    long count =
        report.comparison().rows().stream().filter(row -> !RowMark.of(row).isChange()).count();
    if (count == 0) {
      return;
    }
    open(count + (count == 1 ? " row: " : " rows: ") + "same, or cannot tell");
    for (RowTable table : report.tables()) {
      List<RowComparison> rows = rows(table, false);
      if (!rows.isEmpty()) {
        table(table, rows, mostOthers);
      }
    }
    close();
  }

  private static List<RowComparison> rows(RowTable table, boolean changed) {
    return table.rows().stream().filter(row -> RowMark.of(row).isChange() == changed).toList();
  }

  private void table(RowTable table, List<RowComparison> rows, int most) {
    List<RowComparison> shown = rows.stream().limit(most).toList();
    if (!shown.isEmpty()) {
      table
          .sections(table.heading(), shown)
          .forEach(section -> MarkdownFormat.write(out, shortened(section)));
    }
    leftOut(rows.size() - shown.size(), "row");
  }

  private void names(String what, List<BenchmarkKey> keys) {
    if (!keys.isEmpty()) {
      open(keys.size() + (keys.size() == 1 ? " row " : " rows ") + what);
      notes(keys.stream().map(key -> Paragraph.of(report.name(key))).toList(), mostOthers);
      close();
    }
  }

  private void findings() {
    List<Paragraph> findings = report.otherFindings();
    if (!findings.isEmpty()) {
      open(findings.size() + (findings.size() == 1 ? " remark" : " remarks"));
      notes(findings, mostOthers);
      close();
    }
  }

  private void notes(List<Paragraph> notes, int most) {
    if (!notes.isEmpty()) {
      List<Paragraph> shown = notes.stream().limit(most).toList();
      MarkdownFormat.write(out, shortened(new Notes("", shown)));
      leftOut(notes.size() - shown.size(), "line");
    }
  }

  private void paragraphs(List<String> texts) {
    texts.forEach(text -> MarkdownFormat.write(out, Paragraph.of(cut(text))));
  }

  private void leftOut(int count, String noun) {
    if (count > 0) {
      paragraphs(
          List.of(
              "Left out, since GitHub takes no longer text: "
                  + count
                  + " "
                  + noun
                  + (count == 1 ? "" : "s")
                  + ", which --format csv and --format json hold."));
    }
  }

  private void open(String summary) {
    out.append("\n<details>\n<summary>").append(escape(summary)).append("</summary>\n");
  }

  private void close() {
    out.append("\n</details>\n");
  }

  /** The section with its longest texts cut in their middle. */
  private static Section shortened(Section section) {
    if (section instanceof Section.Table table) {
      return new Section.Table(
          cut(table.heading()),
          table.columns(),
          table.rows().stream()
              .map(
                  row -> row.stream().map(cell -> new Cell(cut(cell.text()), cell.tone())).toList())
              .toList());
    }
    if (section instanceof Section.NumberedNotes notes) {
      return new Section.NumberedNotes(
          notes.notes().stream().map(ComparisonMarkdown::cut).toList());
    }
    if (section instanceof Notes notes) {
      return new Notes(
          notes.heading(),
          notes.notes().stream()
              .map(note -> new Paragraph(cut(note.text()), note.tone()))
              .toList());
    }
    return section;
  }

  private static String cut(String text) {
    return TerminalText.shorten(text, LONGEST_TEXT);
  }

  private static String escape(String text) {
    return MarkdownFormat.escape(cut(text));
  }
}
