package io.amorsize.jmh.page;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.RowsReport;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A result of JMH as one page: every score, and each row's forks with their iterations. */
public final class RowsPage {

  private static final PageAssets ASSETS =
      PageAssets.charted(List.of("table.js", "forks.js", "rows.js"));

  private final BenchmarkRun run;
  private final Report report;
  private final List<String> names;
  private final RowPlaces places;

  private RowsPage(BenchmarkRun run) {
    this.run = run;
    this.report = RowsReport.of(run);
    this.names = RowsReport.names(run);
    this.places = RowPlaces.of(keys());
  }

  /** The page. */
  public static String write(BenchmarkRun run) {
    return PageTemplates.fill("rows.jte", new RowsPage(run));
  }

  private List<BenchmarkKey> keys() {
    return run.rows().stream().map(BenchmarkRow::key).toList();
  }

  /** What the other forms say. */
  public Report report() {
    return report;
  }

  /** What is said before the table. */
  public List<Section> before() {
    return report.sections().subList(0, tableAt());
  }

  /** What is said after the table. */
  public List<Section> after() {
    return report.sections().subList(tableAt() + 1, report.sections().size());
  }

  private int tableAt() {
    return IntStream.range(0, report.sections().size())
        .filter(i -> report.sections().get(i) instanceof Section.Table)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A row as a line of the table.
   *
   * @param name what it is called
   * @param score its score
   * @param unit the score's unit
   * @param spread half of the interval of the score; empty where it is not known
   * @param forks how many forks it has
   * @param iterations how many iterations they have
   */
  public record Line(
      TwoLineName name, String score, String unit, String spread, int forks, int iterations) {}

  /** The rows, in the order of the file. */
  public List<Line> rows() {
    return IntStream.range(0, names.size()).mapToObj(this::line).toList();
  }

  private Line line(int index) {
    BenchmarkRow row = run.rows().get(index);
    Measurements measured = row.primary().measurements();
    return new Line(
        TwoLineName.of(names.get(index), row.key().benchmark()),
        RowView.score(RowsReport.score(row.primary())),
        measured.unit().symbol(),
        RowsReport.spread(row),
        measured.forks().size(),
        measured.iterations());
  }

  /** How the rows can be narrowed, besides by text and parameters. */
  public List<Choice> choices() {
    return List.of(
            Choice.of("place", places.noun(), keys().stream().map(places::of).toList()),
            Choice.of("mode", "Mode", keys().stream().map(BenchmarkKey::mode).toList()))
        .stream()
        .filter(Choice::isUseful)
        .toList();
  }

  /** The parameters that can be chosen, by name. */
  public List<Choice> parameters() {
    return Choice.ofParameters(keys());
  }

  /** What the script draws. */
  public String data() {
    ForkPoints points =
        ForkPoints.ofPage(
            run.rows().stream()
                .mapToLong(row -> row.primary().measurements().forks().size())
                .sum());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("rows", run.rows().stream().map(row -> plain(row, points)).toList());
    return InlineJson.of(data);
  }

  private Map<String, Object> plain(BenchmarkRow row, ForkPoints points) {
    Measurements measured = row.primary().measurements();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("benchmark", row.key().benchmark());
    data.put("current", orNull(RowsReport.score(row.primary())));
    data.put("spread", orNull(RowsReport.spreadPercent(row)));
    data.put("unit", TerminalText.clean(measured.unit().symbol()));
    data.put("count", measured.forks().size());
    data.put("iterations", measured.iterations());
    data.put("numbers", numbers(row));
    Measurements none = new Measurements(measured.unit(), List.of());
    Map<String, Object> forks = new StepScores(points).of(none, measured);
    if (forks != null) {
      forks.put("currentMeans", measured.forks().stream().map(Fork::mean).toList());
    }
    data.put("forks", forks);
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("place", places.of(row.key()));
    chosen.put("mode", row.key().mode());
    row.key().params().forEach((name, value) -> chosen.put(Choice.PARAMETER + name, value));
    data.put("choices", chosen);
    return data;
  }

  private static List<List<String>> numbers(BenchmarkRow row) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("Fork means", RowData.means(row.primary().measurements())));
    row.secondary()
        .forEach(
            (name, metric) ->
                lines.add(
                    List.of(
                        TerminalText.clean(name),
                        RowView.score(RowsReport.score(metric))
                            + " "
                            + TerminalText.clean(metric.unit().symbol()))));
    return lines;
  }

  /** Style and script. */
  public PageAssets assets() {
    return ASSETS;
  }
}
