package io.amorsize.jmh.night;

import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Numbers;
import io.amorsize.jmh.report.Section;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Measurements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows of a night for people: how far they are from the baselines, or what they scored. */
final class NightRows {

  /** What a screen holds beside the rest. */
  private static final int MOST = 10;

  private NightRows() {}

  /** A row, and by baseline the change of its cost. */
  private record Changes(RowName name, Map<String, Double> slowdowns) {

    double largest() {
      return slowdowns.values().stream()
          .mapToDouble(slowdown -> Math.abs(Math.log(slowdown)))
          .max()
          .orElse(0);
    }
  }

  /** The rows that changed most since the baselines; empty where none is known. */
  static Optional<Section> changes(NightFolder folder, NightComparisons comparisons) {
    Map<RowName, Map<String, Double>> all = new LinkedHashMap<>();
    for (NightComparison with : comparisons.with()) {
      for (RecordedRow row : ComparisonFile.read(folder.comparison(with.baseline())).rows()) {
        row.slowdown()
            .ifPresent(
                slowdown ->
                    all.computeIfAbsent(
                            new RowName(row.key(), row.metric()), unused -> new LinkedHashMap<>())
                        .put(with.baseline(), slowdown));
      }
    }
    List<Changes> sorted =
        all.entrySet().stream()
            .map(row -> new Changes(row.getKey(), row.getValue()))
            .sorted(Comparator.comparingDouble(Changes::largest).reversed())
            .toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(table(sorted, comparisons));
  }

  private static Section table(List<Changes> sorted, NightComparisons comparisons) {
    List<String> baselines =
        comparisons.with().stream().map(NightComparison::baseline).distinct().toList();
    List<Column> columns = new ArrayList<>(List.of(Column.names("row")));
    baselines.forEach(name -> columns.add(Column.numbers("since " + name)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Changes row : sorted.subList(0, Math.min(MOST, sorted.size()))) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.name().shortened())));
      baselines.forEach(name -> cells.add(Cell.of(percent(row.slowdowns().get(name)))));
      rows.add(cells);
    }
    String most = sorted.size() > MOST ? ", the largest " + MOST : "";
    return new Section.Table(
        "Changes of cost between two sessions" + most + "; above 0 is slower:", columns, rows);
  }

  private static String percent(Double slowdown) {
    return slowdown == null ? "-" : Numbers.changeOfCost(slowdown);
  }

  /** What the rows scored; empty where there are none. */
  static Optional<Section> scores(NightFolder folder) {
    List<BenchmarkRow> all =
        RunFiles.of(folder.run()).readRows(folder.id()).map(BenchmarkRun::rows).orElse(List.of());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows =
        all.subList(0, Math.min(MOST, all.size())).stream().map(NightRows::score).toList();
    List<Column> columns =
        List.of(Column.names("row"), Column.numbers("score"), Column.words("unit"));
    String most = all.size() > MOST ? "The first " + MOST + " of " + all.size() + " rows:" : "";
    return Optional.of(new Section.Table(most, columns, rows));
  }

  private static List<Cell> score(BenchmarkRow row) {
    Measurements measured = row.primary().measurements();
    OptionalDouble mean = Arrays.stream(measured.forkMeans()).average();
    return List.of(
        Cell.of(new RowName(row.key(), "primary").shortened()),
        Cell.of(mean.isEmpty() ? "-" : String.format(Locale.ROOT, "%.4g", mean.getAsDouble())),
        Cell.of(measured.unit().symbol()));
  }
}
