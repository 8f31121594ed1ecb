package io.amorsize.jmh.night;

import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.result.WholeFile;

/** Writes the report for people. */
final class ReportStep implements NightStep {

  @Override
  public String word() {
    return "report";
  }

  @Override
  public String run(Night night) {
    SettledRows rows = SettledRows.of(night);
    rows.noted().write(night.folder().comparisons());
    NightReport report = new NightReport(night.folder(), night.settings());
    WholeFile.write(night.folder().report(), new MarkdownFormat().write(report.report()));
    WholeFile.write(night.folder().page(), report.page(rows.drawn(), TrendStep.document(night)));
    return night.folder().report().toString();
  }
}
