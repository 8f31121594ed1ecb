package io.amorsize.jmh.page;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.ComparisonReport.Fact;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.Comparison;
import java.util.ArrayList;
import java.util.List;

/** A comparison as one page: the answer, a forest plot of all rows, and each row's forks. */
public final class ComparisonPage {

  private static final PageAssets ASSETS = PageAssets.charted(PageAssets.FOREST);

  private static final String MEASURED_ON = "Measured on";
  private static final String TEMPLATE = "comparison.jte";

  private final ComparisonReport report;
  private final Comparison comparison;
  private final ForestTable forest;

  private ComparisonPage(ComparisonReport report, Warmups warmups) {
    this.report = report;
    this.comparison = report.comparison();
    this.forest = ForestTable.of(report, warmups);
  }

  /** The page. */
  public static String write(ComparisonReport report) {
    return write(report, Warmups.NONE);
  }

  /** The page, with what the forks did before they were measured. */
  public static String write(ComparisonReport report, Warmups warmups) {
    return PageTemplates.fill(TEMPLATE, new ComparisonPage(report, warmups));
  }

  /** The words of the comparison. */
  public ComparisonReport report() {
    return report;
  }

  /** What is compared. */
  public String title() {
    return comparison.current() + " against " + comparison.base();
  }

  /** What is said once for all rows. */
  public List<Fact> facts() {
    return facts(report);
  }

  static List<Fact> facts(ComparisonReport report) {
    List<Fact> facts = new ArrayList<>();
    List<String> differences = report.differences();
    if (!differences.isEmpty()) {
      facts.add(new Fact("Also differs", String.join("; ", differences)));
    }
    if (report.facts().stream().noneMatch(fact -> fact.label().equals(MEASURED_ON))) {
      facts.add(new Fact(MEASURED_ON, "an unknown machine"));
    }
    facts.addAll(report.facts());
    return facts;
  }

  /** The rows. */
  public ForestTable forest() {
    return forest;
  }

  /** Rows of one side alone. */
  public List<String> names(List<BenchmarkKey> keys) {
    return keys.stream().map(report::name).toList();
  }

  /** What to know besides the rows. */
  public List<Paragraph> remarks() {
    List<Paragraph> remarks = new ArrayList<>(report.otherFindings());
    report.needed().forEach(text -> remarks.add(Paragraph.of(text)));
    report.measuring().forEach(text -> remarks.add(Paragraph.of(text)));
    return remarks;
  }

  /** Style and script. */
  public PageAssets assets() {
    return ASSETS;
  }
}
