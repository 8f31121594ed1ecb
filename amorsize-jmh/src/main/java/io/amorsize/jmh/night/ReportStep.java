package io.amorsize.jmh.night;

import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.page.SuitePage;
import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Report;
import io.amorsize.result.WholeFile;

/** Writes the report for people. */
final class ReportStep implements NightStep {

  @Override
  public String word() {
    return "report";
  }

  @Override
  public String run(Night night) {
    Report report = NightReport.of(night.folder(), night.settings());
    WholeFile.write(night.folder().report(), new MarkdownFormat().write(report));
    WholeFile.write(
        night.folder().page(),
        SuitePage.write(report, RunFiles.of(night.folder().run()).readResults().values()));
    return night.folder().report().toString();
  }
}
