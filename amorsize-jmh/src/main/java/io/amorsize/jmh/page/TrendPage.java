package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendReport;
import java.util.List;

/** Trends as one page: a small picture of each series, and a large one of each that is opened. */
public final class TrendPage {

  private static final PageAssets ASSETS = PageAssets.charted(PageAssets.TRENDS);

  private final Report report;
  private final TrendPictures pictures;

  private TrendPage(Report report, TrendPictures pictures) {
    this.report = report;
    this.pictures = pictures;
  }

  /**
   * The page.
   *
   * @param links where commits can be looked at
   */
  public static String write(TrendDocument document, CommitLinks links) {
    Report report = TrendReport.of(document, false);
    return PageTemplates.fill(
        "trend.jte", new TrendPage(report, new TrendPictures(document, links, "")));
  }

  /** What the other forms say. */
  public Report report() {
    return report;
  }

  /** What is read before the pictures: remarks, not tables. */
  public List<Section> answer() {
    return report.sections().stream().filter(section -> !isTable(section)).toList();
  }

  /** The tables of the other forms. */
  public List<Section> tables() {
    return report.sections().stream().filter(TrendPage::isTable).toList();
  }

  private static boolean isTable(Section section) {
    return section instanceof Section.Table;
  }

  /** The series. */
  public TrendPictures pictures() {
    return pictures;
  }

  /** Style and script. */
  public PageAssets assets() {
    return ASSETS;
  }
}
