package io.amorsize.jmh.page;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.ComparisonReport.Fact;
import io.amorsize.jmh.report.RowMark;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison as one page: the answer, a forest plot of all rows, and each row's forks. */
public final class ComparisonPage {

  private static final String MEASURED_ON = "Measured on";
  private static final String TEMPLATE = "comparison.jte";

  private final ComparisonReport report;
  private final Warmups warmups;
  private final Comparison comparison;
  private final List<RowComparison> rows;
  private final RowPlaces places;

  private ComparisonPage(ComparisonReport report, Warmups warmups) {
    this.report = report;
    this.warmups = warmups;
    this.comparison = report.comparison();
    this.rows = RowMark.worstFirst(comparison.rows());
    this.places = RowPlaces.of(rows.stream().map(RowComparison::key).toList());
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

  /** The rows, worst first. */
  public List<RowView> rows() {
    return rows.stream().map(row -> RowView.of(row, report)).toList();
  }

  /**
   * A mark with the number of its rows.
   *
   * @param mark the mark
   * @param kind its name for style and script
   * @param rows how many rows have it
   */
  public record Count(RowMark mark, String kind, long rows) {}

  /** How many rows have each mark, without marks that none has. */
  public List<Count> counts() {
    Map<RowMark, List<RowView>> byMark =
        rows().stream().collect(Collectors.groupingBy(RowView::mark));
    return Arrays.stream(RowMark.values())
        .filter(byMark::containsKey)
        .map(mark -> new Count(mark, byMark.get(mark).get(0).kind(), byMark.get(mark).size()))
        .toList();
  }

  /** How the rows can be narrowed, besides by text, mark and parameters. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        Choice.of("place", places.noun(), rows.stream().map(row -> places.of(row.key())).toList()));
    choices.add(Choice.of("metric", "Metric", rows.stream().map(RowComparison::metric).toList()));
    choices.add(Choice.of("mode", "Mode", rows.stream().map(row -> row.key().mode()).toList()));
    return choices.stream().filter(Choice::isUseful).toList();
  }

  /** The parameters that can be chosen, by name. */
  public List<Choice> parameters() {
    return Choice.ofParameters(rows.stream().map(RowComparison::key).toList());
  }

  /** The unit of all rows; empty where they have several. */
  public String unit() {
    List<String> units = rows.stream().map(row -> row.unit().symbol()).distinct().toList();
    return units.size() == 1 ? units.get(0) : "";
  }

  /** The smallest change that counts, for example {@code 3 %}. */
  public String threshold() {
    return RowNumbers.share(comparison.rule().threshold());
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

  /** What the script draws. */
  public String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("threshold", comparison.rule().threshold());
    ForkPoints points =
        ForkPoints.ofPage(
            rows.stream().mapToLong(row -> row.base().forks() + row.current().forks()).sum());
    data.put("rows", rows.stream().map(row -> plain(row, points)).toList());
    return InlineJson.of(data);
  }

  private Map<String, Object> plain(RowComparison row, ForkPoints points) {
    Map<String, Object> data = new RowData(row, report, points).plain();
    data.put("warmup", new WarmupData(row, warmups, points).plain());
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("place", places.of(row.key()));
    chosen.put("metric", row.metric());
    chosen.put("mode", row.key().mode());
    row.key().params().forEach((name, value) -> chosen.put(Choice.PARAMETER + name, value));
    data.put("choices", chosen);
    return data;
  }

  /** Style and script. */
  public PageAssets assets() {
    return Assets.ALL;
  }

  /** Read once. */
  private static final class Assets {
    static final PageAssets ALL =
        PageAssets.charted("table.js", "forest.js", "forks.js", "warmup.js", "comparison.js");
  }
}
