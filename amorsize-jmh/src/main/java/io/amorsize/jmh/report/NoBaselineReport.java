package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is said where there is nothing to compare with and there need not be. */
public final class NoBaselineReport {

  private NoBaselineReport() {}

  /**
   * The report.
   *
   * @param baseline the name of the baseline that is not there
   * @param current what would have been compared with it
   * @param folder where baselines are kept
   */
  public static Report of(String baseline, String current, Path folder) {
    Finding finding =
        new Finding(
            FindingCode.NO_BASELINE,
            Severity.WARNING,
            "there is no baseline '"
                + baseline
                + "' in "
                + folder
                + " to compare "
                + current
                + " with");
    return new Report(
        "Nothing was compared",
        "Nothing was compared.",
        Tone.UNSURE,
        List.of(new Section.Notes("", List.of(WorkloadComparisonReport.note(finding)))),
        "Next: keep this as the baseline with 'baseline save " + baseline + " " + current + "'.");
  }

  /** The same for programs: {@code amorsize.no-comparison/1}. */
  public static String json(Report report) {
    return ReportJson.write("amorsize.no-comparison/1", report, Map.of());
  }
}
