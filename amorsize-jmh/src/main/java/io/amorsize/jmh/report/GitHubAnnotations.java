package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;

/** Regressions and suspects as workflow commands, which GitHub shows beside a run. */
public final class GitHubAnnotations {

  /** GitHub shows so many of each kind for a step. */
  private static final int MOST = 10;

  private GitHubAnnotations() {}

  /**
   * An annotation.
   *
   * @param title what it is about
   * @param message the sentence
   */
  private record Annotation(String title, String message) {}

  /**
   * The commands, a line each, ended by a line feed; empty where there is nothing to say. Errors:
   * gaps in the manifest, and regressions; warnings: suspects, and regressions where the
   * environments differ.
   */
  public static String lines(Comparison comparison) {
    ComparisonReport report = ComparisonReport.of(comparison);
    List<Annotation> errors = new ArrayList<>();
    List<Annotation> warnings = new ArrayList<>();
    for (Finding finding : comparison.findings()) {
      if (finding.code() == FindingCode.MANIFEST_GAP) {
        errors.add(new Annotation("expected benchmark missing", finding.message()));
      }
    }
    List<Annotation> regressions = comparison.environmentsDiffer() ? warnings : errors;
    RowMark.worstFirst(comparison.regressions())
        .forEach(row -> regressions.add(annotation(report, row)));
    RowMark.worstFirst(comparison.suspects()).forEach(row -> warnings.add(annotation(report, row)));
    return commands("error", errors) + commands("warning", warnings);
  }

  private static Annotation annotation(ComparisonReport report, RowComparison row) {
    String advice =
        row.isRegression() && report.comparison().environmentsDiffer()
            ? "; the environments differ, so this is advice only"
            : "";
    return new Annotation(
        RowMark.of(row).words() + ": " + report.name(row), report.sentence(row) + advice);
  }

  private static String commands(String kind, List<Annotation> annotations) {
    StringBuilder out = new StringBuilder();
    boolean all = annotations.size() <= MOST;
    int shown = all ? annotations.size() : MOST - 1;
    annotations.subList(0, shown).forEach(annotation -> append(out, kind, annotation));
    if (!all) {
      int rest = annotations.size() - shown;
      append(
          out,
          kind,
          new Annotation(
              rest + " more", rest + " more like these; the job summary holds all of them"));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String kind, Annotation annotation) {
    out.append("::").append(kind).append(" title=");
    out.append(data(annotation.title()).replace(":", "%3A").replace(",", "%2C"));
    out.append("::").append(data(annotation.message())).append('\n');
  }

  /** GitHub's escapes; other characters that act on a terminal are replaced. */
  private static String data(String text) {
    return TerminalText.clean(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }
}
