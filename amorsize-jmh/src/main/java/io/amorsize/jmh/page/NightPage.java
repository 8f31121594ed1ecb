package io.amorsize.jmh.page;

import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.ComparisonReport.Fact;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A night as one page: a forest plot for each baseline that it was compared with, its workloads,
 * and the series over all nights.
 *
 * @param report what the other forms say
 * @param parts the same in parts
 * @param compared what it was compared with
 * @param workloads those that were planned and measured; there may be none
 * @param trends the series; there may be none
 */
public record NightPage(
    Report report,
    Parts parts,
    List<Compared> compared,
    WorkloadPictures workloads,
    Optional<TrendPictures> trends) {

  private static final PageAssets ASSETS =
      PageAssets.charted(
          Stream.of(PageAssets.FOREST, PageAssets.TRENDS, PageAssets.WORKLOADS)
              .flatMap(List::stream)
              .toList());

  private static final String TRENDS = "-trends";

  /** Copies the list. */
  public NightPage {
    compared = List.copyOf(compared);
  }

  /**
   * What is said besides what is drawn.
   *
   * @param first what is read before the rows
   * @param afterRows what is said of the rows
   * @param trends what is said of the series
   * @param last what is said of the host
   */
  public record Parts(
      List<Section> first, List<Section> afterRows, List<Section> trends, List<Section> last) {}

  /**
   * A comparison of the night.
   *
   * @param heading with what
   * @param sentence what the rows say, in a few words
   * @param notes what else is said of it
   * @param between the two sessions, as they were judged
   * @param settled the rows as they stand after the suspects were measured again
   * @param remark what else a reader of such a row should know; may be empty
   */
  public record Against(
      String heading,
      String sentence,
      List<String> notes,
      ComparisonReport between,
      ComparisonReport settled,
      Function<RowComparison, String> remark) {}

  /**
   * The same, to be shown.
   *
   * @param against the comparison
   * @param facts what is said once for all rows, and not of the comparisons before
   * @param forest its rows
   */
  public record Compared(Against against, List<Fact> facts, ForestTable forest) {

    /** Copies the facts. */
    public Compared {
      facts = List.copyOf(facts);
    }

    /** Notes on the whole. */
    public List<Paragraph> notes() {
      return against.notes().stream().map(Paragraph::of).toList();
    }

    /** Rows of the baseline alone. */
    public List<String> missing() {
      return names(against.between().comparison().missing());
    }

    /** Rows of the night alone. */
    public List<String> added() {
      return names(against.between().comparison().added());
    }

    private List<String> names(List<BenchmarkKey> keys) {
      return keys.stream().map(against.between()::name).toList();
    }
  }

  /**
   * The page.
   *
   * @param results what was measured of workloads; may be empty
   * @param trends all nights, if there is a history
   */
  public static String write(
      Report report,
      Parts parts,
      List<Against> against,
      Collection<PerformanceResult> results,
      Optional<TrendDocument> trends) {
    List<Compared> compared = new ArrayList<>();
    Set<Fact> said = new HashSet<>();
    for (Against each : against) {
      List<Fact> facts = ComparisonPage.facts(each.between()).stream().filter(said::add).toList();
      ForestTable forest = ForestTable.oneOf(each.settled(), each.remark(), compared.size());
      compared.add(new Compared(each, facts, forest));
    }
    Optional<TrendPictures> pictures =
        trends.map(document -> new TrendPictures(document, CommitLinks.NONE, TRENDS));
    return PageTemplates.fill(
        "night.jte",
        new NightPage(report, parts, compared, WorkloadPictures.of(results), pictures));
  }

  /** Style and script. */
  public PageAssets assets() {
    return ASSETS;
  }
}
