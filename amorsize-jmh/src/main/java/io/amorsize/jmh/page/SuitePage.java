package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.result.PerformanceResult;
import java.util.Collection;
import java.util.List;

/**
 * A report about workloads as one page, with pictures of what was predicted and what was measured.
 *
 * @param report what it says
 * @param workloads those that were planned and measured
 */
public record SuitePage(Report report, WorkloadPictures workloads) {

  private static final PageAssets ASSETS = PageAssets.charted(PageAssets.WORKLOADS);

  /** The page. */
  public static String write(Report report, Collection<PerformanceResult> results) {
    WorkloadPictures workloads = WorkloadPictures.of(results);
    return workloads.isEmpty()
        ? ReportPage.write(report)
        : PageTemplates.fill("suite.jte", new SuitePage(report, workloads));
  }

  /** What the other forms say, without what is drawn. */
  public List<Section> sections() {
    return WorkloadPictures.withoutParts(report.sections());
  }

  /** Style and script. */
  public PageAssets assets() {
    return ASSETS;
  }
}
