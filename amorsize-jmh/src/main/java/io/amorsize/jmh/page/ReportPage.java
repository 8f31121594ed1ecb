package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Report;

/**
 * A report as one page, without charts.
 *
 * @param report what it says
 */
public record ReportPage(Report report) {

  /** The page. */
  public static String write(Report report) {
    return PageTemplates.fill("report.jte", new ReportPage(report));
  }

  /** Style alone. */
  public PageAssets assets() {
    return PageAssets.still();
  }
}
