package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What methods made of nights, for people. */
public final class TrendScoresReport {

  private static final List<PlantedTrend> CHANGES =
      Arrays.stream(PlantedTrend.values()).filter(PlantedTrend::isChange).toList();

  private TrendScoresReport() {}

  /** The report of an evaluation. */
  public static Report of(TrendScores scores) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Paragraph.of(
            "Percent with standard errors, suites taken as independent; false ones for 100 nights of"
                + " a series without a change. A change is found if one is reported within 3 nights"
                + " of the first changed one (a drift: from 3 before it to 3 after its end). What"
                + " rules that alarm all the time find is chance: see their precision."));
    sections.add(found("All nights at once: found", scores.offline()));
    sections.add(precision(scores.offline()));
    sections.add(found("Night by night: found within 20 nights", scores.online()));
    sections.add(delay(scores.online()));
    sections.add(recorded(scores));
    sections.add(
        Paragraph.of(
            String.format(
                Locale.ROOT,
                "A series of 100, 1000 and 10 000 nights takes %.1f, %.1f and %.0f ms on this"
                    + " machine.",
                scores.milliseconds().get(0),
                scores.milliseconds().get(1),
                scores.milliseconds().get(2))));
    return new Report(
        "How well changes of nightly series are found",
        headline(scores),
        Tone.PLAIN,
        sections,
        "The same seed gives the same numbers, but for the times.");
  }

  private static String headline(TrendScores scores) {
    TrendScore first = scores.offline().get(0);
    return String.format(
        Locale.ROOT,
        "%s, %s: %.0f %% of 5 %% steps and %.0f %% of 10 %% steps found, %.3f false changes for 100"
            + " nights; %d suites, seed %d.",
        first.noise(),
        first.method(),
        100 * first.found().get(PlantedTrend.STEP_5).value(),
        100 * first.found().get(PlantedTrend.STEP_10).value(),
        first.falsePer100().value(),
        scores.suites(),
        scores.seed());
  }

  private static List<Column> columns(List<PlantedTrend> planted, String... more) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("noise"), Column.words("method")));
    planted.forEach(each -> columns.add(Column.numbers(each.label())));
    Arrays.stream(more).forEach(each -> columns.add(Column.numbers(each)));
    return columns;
  }

  private static List<Cell> start(TrendScore score) {
    return new ArrayList<>(List.of(Cell.of(score.noise()), Cell.of(score.method())));
  }

  private static Table found(String heading, List<TrendScore> scores) {
    List<PlantedTrend> planted =
        Arrays.stream(PlantedTrend.values()).filter(each -> each != PlantedTrend.NONE).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScore score : scores) {
      List<Cell> cells = start(score);
      planted.forEach(each -> cells.add(Cell.of(PercentText.of(score.found().get(each)))));
      cells.add(Cell.of(falseOnes(score.falsePer100())));
      rows.add(cells);
    }
    return new Table(heading, columns(planted, "false per 100 nights"), rows);
  }

  private static String falseOnes(Estimate estimate) {
    return String.format(Locale.ROOT, "%.3f ± %.3f", estimate.value(), estimate.standardError());
  }

  private static Table precision(List<TrendScore> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScore score : scores) {
      List<Cell> cells = start(score);
      CHANGES.forEach(each -> cells.add(Cell.of(PercentText.of(score.precision().get(each)))));
      rows.add(cells);
    }
    return new Table(
        "All nights at once: share of the reported changes that were planted",
        columns(CHANGES),
        rows);
  }

  private static Table delay(List<TrendScore> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScore score : scores) {
      List<Cell> cells = start(score);
      for (PlantedTrend each : CHANGES) {
        double delay = score.delay().get(each);
        cells.add(Cell.of(Double.isNaN(delay) ? "" : String.format(Locale.ROOT, "%.1f", delay)));
      }
      rows.add(cells);
    }
    return new Table(
        "Night by night: median nights after the first changed one, of those found",
        columns(CHANGES),
        rows);
  }

  private static Table recorded(TrendScores scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScores.Found found : scores.recorded()) {
      rows.add(
          List.of(
              Cell.of(found.change().key().row().benchmark()),
              Cell.of(found.date()),
              Cell.of(found.change().kind().label()),
              Cell.of(String.format(Locale.ROOT, "%.3f", found.change().slowdown())),
              Cell.of(found.before() + " .. " + found.after()),
              Cell.of(found.expected() ? "yes" : "no")));
    }
    return new Table(
        "Found in the nights as they were recorded",
        List.of(
            Column.names("row"),
            Column.words("date"),
            Column.words("kind"),
            Column.numbers("slowdown"),
            Column.words("commits"),
            Column.words("one of the nine")),
        rows);
  }
}
