package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.Severity;
import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.WorkloadChange;
import io.amorsize.verdict.WorkloadMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A comparison of workloads for people. */
public final class WorkloadComparisonReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("workload"),
          Column.words("metric"),
          Column.numbers("baseline"),
          Column.numbers("current"),
          Column.numbers("change"),
          Column.numbers("q"));

  private WorkloadComparisonReport() {}

  /** The report of a comparison by itself. */
  public static Report of(PerformanceComparison comparison, String base, String current) {
    return new Report(
        "Workloads: " + current + " against " + base,
        headline(comparison),
        tone(comparison),
        sections(comparison),
        next(comparison));
  }

  /** What the comparison says, in a sentence. */
  static String headline(PerformanceComparison comparison) {
    String counts =
        comparison.regressions().size()
            + " worse, "
            + comparison.improvements().size()
            + " better, "
            + comparison.unchanged().size()
            + (comparison.unchanged().size() == 1 ? " workload" : " workloads")
            + " unchanged";
    if (comparison.environmentsDiffer()) {
      return counts + "; the environments differ, so this is advice only.";
    }
    return counts + ".";
  }

  static Tone tone(PerformanceComparison comparison) {
    if (comparison.hasRegressions()) {
      return Tone.BAD;
    }
    return comparison.regressions().isEmpty() ? Tone.GOOD : Tone.UNSURE;
  }

  static List<Section> sections(PerformanceComparison comparison) {
    List<Section> sections = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    comparison.regressions().forEach(change -> rows.add(row(change, Tone.BAD)));
    comparison.improvements().forEach(change -> rows.add(row(change, Tone.GOOD)));
    if (!rows.isEmpty()) {
      sections.add(new Table("", COLUMNS, rows));
    }
    List<Paragraph> notes = new ArrayList<>();
    named(notes, "only in the baseline", comparison.missingWorkloads());
    named(notes, "new", comparison.newWorkloads());
    comparison.findings().forEach(finding -> notes.add(note(finding)));
    if (!notes.isEmpty()) {
      sections.add(new Notes("", notes));
    }
    return sections;
  }

  private static void named(List<Paragraph> notes, String what, List<String> names) {
    if (!names.isEmpty()) {
      notes.add(Paragraph.of(what + ": " + String.join(", ", names)));
    }
  }

  static Paragraph note(Finding finding) {
    Tone tone = finding.severity() == Severity.INFO ? Tone.FAINT : Tone.UNSURE;
    return new Paragraph(finding.message() + " [" + finding.code().label() + "]", tone);
  }

  private static List<Cell> row(WorkloadChange change, Tone tone) {
    return List.of(
        Cell.of(change.workload()),
        Cell.of(change.metric().label().replace('_', ' ')),
        Cell.of(value(change.metric(), change.base())),
        Cell.of(value(change.metric(), change.current())),
        new Cell(Numbers.change(change.changePercent()), tone),
        Cell.of(probability(change.q())));
  }

  private static String probability(OptionalDouble q) {
    return q.isEmpty() ? "-" : Numbers.probability(q);
  }

  private static String value(WorkloadMetric metric, double value) {
    return switch (metric) {
      case SPEEDUP -> Numbers.factor(value);
      case ACCURACY -> Numbers.percent(value);
      case EXECUTION_TIME -> Numbers.seconds(value);
    };
  }

  private static String next(PerformanceComparison comparison) {
    if (comparison.hasRegressions()) {
      return "Next: run the suite again to confirm, then look at what changed in these workloads.";
    }
    if (comparison.environmentsDiffer()) {
      return "Next: save a baseline on this machine, or pass --ignore-environment.";
    }
    return "Next: nothing to do.";
  }
}
