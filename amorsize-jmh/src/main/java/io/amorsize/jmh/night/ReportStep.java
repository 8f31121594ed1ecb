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
    String text = new MarkdownFormat().write(NightReport.of(night.folder(), night.settings()));
    WholeFile.write(night.folder().report(), text);
    return night.folder().report().toString();
  }
}
