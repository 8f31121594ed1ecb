package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.NumberedNotes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison for a terminal: the answer, then a table for each metric, then what to do.
 *
 * @param width columns of the terminal
 * @param colour whether tones are shown in colour
 * @param onlyChanged whether only rows that are slower, faster or suspect are shown
 */
public record ComparisonText(int width, boolean colour, boolean onlyChanged) {

  private static final int LONGEST_LIST = 20;

  /** The text, ended by a line feed. */
  public String write(Comparison comparison) {
    return write(ComparisonReport.of(comparison));
  }

  /** The text, ended by a line feed. */
  public String write(ComparisonReport report) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Paragraph(report.headline(), report.tone()));
    addNotes(sections, "", report.firstFindings());
    addNotes(sections, "Failed:", report.failures());
    report.settings().forEach(text -> sections.add(Paragraph.of(text)));
    List<RowTable> tables = report.tables();
    if (!tables.isEmpty()) {
      sections.add(Paragraph.of(ComparisonReport.legend()));
    }
    tables.forEach(table -> sections.addAll(table(table)));
    addKeys(sections, "Missing, only in the base:", report, report.comparison().missing());
    addKeys(sections, "New, only in the current side:", report, report.comparison().added());
    addNotes(sections, "Also found:", report.otherFindings());
    report.needed().forEach(text -> sections.add(Paragraph.of(text)));
    report.measuring().forEach(text -> sections.add(Paragraph.of(text)));
    sections.add(Paragraph.of(report.next()));
    return text(sections);
  }

  private List<Section> table(RowTable table) {
    if (!onlyChanged) {
      return table.sections(table.heading(), table.rows());
    }
    List<RowComparison> shown =
        table.rows().stream().filter(row -> RowMark.of(row).isChange()).toList();
    int hidden = table.rows().size() - shown.size();
    String heading =
        table.heading()
            + (hidden == 0 ? "" : "; " + hidden + " more rows, same or cannot tell, not shown");
    return shown.isEmpty() ? List.of(Paragraph.of(heading)) : table.sections(heading, shown);
  }

  private static void addKeys(
      List<Section> sections, String heading, ComparisonReport report, List<BenchmarkKey> keys) {
    addNotes(sections, heading, keys.stream().map(key -> Paragraph.of(report.name(key))).toList());
  }

  private static void addNotes(List<Section> sections, String heading, List<Paragraph> notes) {
    if (notes.isEmpty()) {
      return;
    }
    List<Paragraph> shown = new ArrayList<>(notes.stream().limit(LONGEST_LIST).toList());
    if (notes.size() > LONGEST_LIST) {
      shown.add(
          Paragraph.of(
              "and " + (notes.size() - LONGEST_LIST) + " more, which --format json holds"));
    }
    sections.add(new Notes(heading, shown));
  }

  /** Sections apart by an empty line, except where one belongs to the one before it. */
  private String text(List<Section> sections) {
    TextFormat format = new TextFormat(width, colour);
    StringBuilder out = new StringBuilder();
    Section before = null;
    for (Section section : sections) {
      boolean together =
          section instanceof NumberedNotes
              || (section instanceof Paragraph && before instanceof Paragraph);
      out.append(before == null || together ? "" : "\n");
      format.write(out, section);
      before = section;
    }
    return out.toString();
  }
}
