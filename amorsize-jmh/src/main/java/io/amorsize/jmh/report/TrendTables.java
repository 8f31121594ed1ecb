package io.amorsize.jmh.report;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.Machine;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.history.SeriesTrends;
import io.amorsize.history.Trend;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of trends: a part for each machine, in it a table for each class, metric and unit. */
final class TrendTables {

  private static final List<Column> COLUMNS =
      List.of(
          Column.names("series"),
          Column.numbers("nights"),
          Column.numbers("median"),
          Column.numbers("spread"),
          Column.numbers("session"),
          Column.numbers("last"),
          Column.numbers("change"));

  private final CommonFacts common;
  private final LearnedNoise noise;

  /** A series on one machine. */
  private record Row(SeriesTrends series, Trend trend) {}

  TrendTables(CommonFacts common, LearnedNoise noise) {
    this.common = common;
    this.noise = noise;
  }

  List<Section> sections(List<SeriesTrends> entries, boolean onlyChanged) {
    Map<Machine, Map<String, List<Row>>> machines = new LinkedHashMap<>();
    for (SeriesTrends entry : entries) {
      for (Trend trend : entry.trends()) {
        if (!onlyChanged || trend.standsOut()) {
          machines
              .computeIfAbsent(trend.machine(), unused -> new LinkedHashMap<>())
              .computeIfAbsent(group(entry), unused -> new ArrayList<>())
              .add(new Row(entry, trend));
        }
      }
    }
    List<Section> sections = new ArrayList<>();
    machines.forEach(
        (machine, groups) -> {
          sections.add(Section.Paragraph.of("On " + machine + ":"));
          groups.values().forEach(rows -> sections.add(table(rows)));
        });
    return sections;
  }

  /** What rows of one table have in common; a text that two groups never share. */
  private static String group(SeriesTrends entry) {
    SeriesKey key = entry.key();
    String name = key.row().benchmark();
    String type = name.substring(0, name.lastIndexOf('.') + 1);
    return Stream.of(key.isWorkload() ? "" : type, key.metric(), entry.unit().symbol())
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  private Section table(List<Row> rows) {
    SeriesTrends first = rows.get(0).series();
    boolean workload = first.key().isWorkload();
    List<BenchmarkKey> keys = rows.stream().map(row -> row.series().key().row()).toList();
    CommonFacts here = workload ? CommonFacts.of(keys) : common.within(keys);
    String shared = workload ? "workloads" : here.textBeyond(common);
    String metric =
        first.key().metric().equals(RowComparison.PRIMARY) ? "Score" : first.key().metric();
    List<List<Cell>> cells = rows.stream().map(row -> cells(row, here)).toList();
    String heading =
        metric + " in " + first.unit().symbol() + (shared.isEmpty() ? "" : "; " + shared);
    return new Section.Table(heading, COLUMNS, cells);
  }

  private List<Cell> cells(Row row, CommonFacts here) {
    SeriesNoise learned = noise.series().get(row.series().key());
    Trend trend = row.trend();
    BenchmarkKey key = row.series().key().row();
    return List.of(
        Cell.of(row.series().key().isWorkload() ? key.benchmark() : here.name(key)),
        Cell.of(Integer.toString(trend.nights().size())),
        Cell.of(RowNumbers.value(trend.median())),
        Cell.of(share(trend.spread())),
        Cell.of(share(learned == null ? OptionalDouble.empty() : OptionalDouble.of(learned.sd()))),
        Cell.of(RowNumbers.value(trend.last().value())),
        change(trend));
  }

  private static String share(OptionalDouble share) {
    return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * share.getAsDouble());
  }

  private static Cell change(Trend trend) {
    if (trend.change().isEmpty()) {
      return Cell.of("  ");
    }
    String text = RowNumbers.change(1 + trend.change().getAsDouble());
    if (!trend.standsOut()) {
      return Cell.of(text + "  ");
    }
    return new Cell(text + " !", trend.change().getAsDouble() > 0 ? Tone.BAD : Tone.GOOD);
  }
}
