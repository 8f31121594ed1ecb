package io.amorsize.jmh.report;

import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.statistics.Interval;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.RowTrend;
import io.amorsize.trend.TrendEvent;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of trends: one for each event, and one for each class, metric and unit. */
final class TrendTables {

  private static final List<Column> EVENT_COLUMNS =
      List.of(
          Column.names("series"),
          Column.numbers("change"),
          Column.numbers("95 % interval"),
          Column.numbers("p"),
          Column.words("first night"));

  private static final List<Column> SERIES_COLUMNS =
      List.of(
          Column.names("series"),
          Column.numbers("nights"),
          Column.numbers("noise"),
          Column.numbers("session"),
          Column.numbers("level"),
          Column.words("since"),
          Column.numbers("change"));

  private final TrendDocument document;
  private final CommonFacts common;
  private final TrendWords words;

  TrendTables(TrendDocument document, CommonFacts common, TrendWords words) {
    this.document = document;
    this.common = common;
    this.words = words;
  }

  /** The changes of an event. */
  Section of(TrendEvent event) {
    CommonFacts here = within(event.changes().stream().map(ChangePoint::key).toList());
    String shared = here.textBeyond(common);
    String heading =
        words.night(event.night())
            + ", "
            + event.kind().label()
            + (shared.isEmpty() ? ":" : "; " + shared + ":");
    return new Section.Table(
        heading, EVENT_COLUMNS, event.changes().stream().map(each -> cells(each, here)).toList());
  }

  private CommonFacts within(List<SeriesKey> keys) {
    List<BenchmarkKey> rows =
        keys.stream().filter(key -> !key.isWorkload()).map(SeriesKey::row).toList();
    return rows.isEmpty() ? common : common.within(rows);
  }

  private List<Cell> cells(ChangePoint change, CommonFacts here) {
    String size = RowNumbers.change(change.slowdown());
    return List.of(
        Cell.of(SeriesNames.of(change.key(), here)),
        new Cell(size, tone(change)),
        Cell.of(interval(change.interval())),
        Cell.of(Numbers.probability(OptionalDouble.of(change.p()))),
        Cell.of(words.shortNights(change.earliest(), change.latest())));
  }

  private Tone tone(ChangePoint change) {
    if (change.kind() == ChangeKind.ENVIRONMENT || !words.isDirected(change)) {
      return Tone.PLAIN;
    }
    return change.isOpen() ? Tone.BAD : change.isWorse() ? Tone.PLAIN : Tone.GOOD;
  }

  private static String interval(Interval slowdown) {
    return Double.isInfinite(slowdown.upper())
        ? ""
        : RowNumbers.change(slowdown.lower()).replace("%", "")
            + " to "
            + RowNumbers.change(slowdown.upper());
  }

  /** How all series stand. */
  List<Section> series(boolean onlyChanged) {
    Map<String, List<RowTrend>> groups = new LinkedHashMap<>();
    for (RowTrend row : document.trend().rows()) {
      if (!onlyChanged || row.lastChange().isPresent() || row.suspect().isPresent()) {
        groups.computeIfAbsent(group(row), unused -> new ArrayList<>()).add(row);
      }
    }
    return groups.values().stream().map(this::table).toList();
  }

  /** What rows of one table have in common; a text that two groups never share. */
  private static String group(RowTrend row) {
    SeriesKey key = row.key();
    String name = key.row().benchmark();
    String type = name.substring(0, name.lastIndexOf('.') + 1);
    return Stream.of(key.isWorkload() ? "" : type, key.metric(), row.unit().symbol())
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  private Section table(List<RowTrend> rows) {
    RowTrend first = rows.get(0);
    boolean workload = first.key().isWorkload();
    CommonFacts here = within(rows.stream().map(RowTrend::key).toList());
    String shared = workload ? "workloads" : here.textBeyond(common);
    String metric =
        first.key().metric().equals(RowComparison.PRIMARY) ? "Score" : first.key().metric();
    String heading =
        metric + " in " + first.unit().symbol() + (shared.isEmpty() ? "" : "; " + shared);
    List<List<Cell>> cells = rows.stream().map(row -> cells(row, here)).toList();
    return new Section.Table(heading, SERIES_COLUMNS, cells);
  }

  private List<Cell> cells(RowTrend row, CommonFacts here) {
    SeriesNoise learned = document.noise().series().get(row.key());
    BenchmarkKey key = row.key().row();
    OptionalDouble level = row.level();
    Optional<ChangePoint> last = row.lastChange();
    return List.of(
        Cell.of(row.key().isWorkload() ? key.benchmark() : here.name(key)),
        Cell.of(Integer.toString(row.nights())),
        Cell.of(row.isJudged() ? share(row.noise()) : ""),
        Cell.of(learned == null ? "" : share(learned.sd())),
        Cell.of(level.isEmpty() ? "" : RowNumbers.value(level.getAsDouble())),
        Cell.of(last.map(change -> words.night(change.night())).orElse("")),
        last.map(change -> new Cell(RowNumbers.change(change.slowdown()), tone(change)))
            .orElse(Cell.of("")));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
