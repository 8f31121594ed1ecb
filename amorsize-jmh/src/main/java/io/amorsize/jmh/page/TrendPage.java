package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendReport;
import io.amorsize.jmh.report.TrendWords;
import io.amorsize.trend.SuiteTrend;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trends as one page: a small picture of each series, and a large one of each that is opened. */
public final class TrendPage {

  private final Report report;
  private final TrendDocument document;
  private final List<TrendSeries> series;

  private TrendPage(TrendDocument document, Report report, CommitLinks links) {
    this.report = report;
    this.document = document;
    TrendWords words = TrendWords.of(document);
    this.series =
        document.trend().rows().stream()
            .map(row -> new TrendSeries(row, document, words, links))
            .sorted(Comparator.comparing(TrendSeries::kind))
            .toList();
  }

  /**
   * The page.
   *
   * @param links where commits can be looked at
   */
  public static String write(TrendDocument document, CommitLinks links) {
    Report report = TrendReport.of(document, false);
    return PageTemplates.fill("trend.jte", new TrendPage(document, report, links));
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

  /** The series, the most pressing first. */
  public List<TrendSeries> series() {
    return series;
  }

  /** How many series stand in each way, without ways in which none does. */
  public Map<TrendSeries.Kind, Long> counts() {
    return series.stream()
        .collect(
            Collectors.groupingBy(TrendSeries::kind, LinkedHashMap::new, Collectors.counting()));
  }

  /** What the script draws. */
  public String data() {
    SuiteTrend trend = document.trend();
    TrendWords words = TrendWords.of(document);
    List<Integer> nights = IntStream.range(0, trend.nights().size()).boxed().toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("times", nights.stream().map(n -> document.night(n).time().toEpochMilli()).toList());
    data.put("names", nights.stream().map(words::night).toList());
    data.put("types", trend.machines().types());
    data.put("machines", trend.machines().names());
    data.put(
        "gaps",
        trend.gaps().stream()
            .map(gap -> List.of(gap.before().toEpochMilli(), gap.after().toEpochMilli()))
            .toList());
    data.put("series", series.stream().map(TrendSeries::plain).toList());
    return InlineJson.of(data);
  }

  /** Style and script. */
  public PageAssets assets() {
    return Assets.ALL;
  }

  /** Read once. */
  private static final class Assets {
    static final PageAssets ALL = PageAssets.charted("trend-chart.js", "trend.js");
  }
}
