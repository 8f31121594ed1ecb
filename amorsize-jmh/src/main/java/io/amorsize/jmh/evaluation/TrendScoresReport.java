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
import java.util.function.BiFunction;

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
            "Percent with standard errors, suites taken as independent; false changes for 100"
                + " nights of an unchanged series. A change is found if one is reported within 3"
                + " nights of the first changed one (a drift: from 3 before it to 3 after its end)."
                + " What rules that alarm all the time find is chance: see their precision; and so"
                + " are spikes and variances that are taken no more often than nothing."));
    for (String noise : scores.offline().stream().map(TrendScore::noise).distinct().toList()) {
      List<TrendScore> offline = of(noise, scores.offline());
      List<TrendScore> online = of(noise, scores.online());
      sections.add(
          changes(
              noise + ", all nights at once: found, and share of the reported that were planted",
              offline,
              TrendScoresReport::foundAndRight));
      sections.add(wrong(noise + ", all nights at once: taken for a change", offline));
      sections.add(
          changes(
              noise + ", night by night: found within 20 nights, and median nights until then",
              online,
              TrendScoresReport::foundAndDelay));
      sections.add(wrong(noise + ", night by night: taken for a change", online));
    }
    sections.add(
        Paragraph.of(
            "Told both levels of a step of 2 % on a quiet machine, and that there is one, least"
                + " squares places "
                + PercentText.narrow(scores.placedWhenTold())
                + " % of them within 3 nights: nobody can do better."));
    sections.add(recorded(scores));
    sections.add(
        Paragraph.of(
            String.format(
                Locale.ROOT,
                "A series of 100, 1000 and 10 000 nights takes %.1f, %.1f and %.0f ms on this"
                    + " machine, once warm.",
                scores.milliseconds().get(0),
                scores.milliseconds().get(1),
                scores.milliseconds().get(2))));
    return new Report(
        "How well changes of nightly series are found",
        headline(scores),
        Tone.PLAIN,
        sections,
        "Next: another --seed plays other nights; the same one gives the same numbers, but for the"
            + " times.");
  }

  private static List<TrendScore> of(String noise, List<TrendScore> scores) {
    return scores.stream().filter(score -> score.noise().equals(noise)).toList();
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

  private static Table changes(
      String heading, List<TrendScore> scores, BiFunction<TrendScore, PlantedTrend, String> cell) {
    List<Column> columns = new ArrayList<>(List.of(Column.names("method")));
    CHANGES.forEach(each -> columns.add(Column.numbers(each.label())));
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScore score : scores) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(score.method())));
      CHANGES.forEach(each -> cells.add(Cell.of(cell.apply(score, each))));
      rows.add(cells);
    }
    return new Table(heading, columns, rows);
  }

  private static String foundAndRight(TrendScore score, PlantedTrend planted) {
    Estimate right = score.precision().get(planted);
    return PercentText.narrow(score.found().get(planted))
        + " / "
        + (right.trials() == 0 ? "-" : PercentText.narrow(right.value()));
  }

  private static String foundAndDelay(TrendScore score, PlantedTrend planted) {
    double delay = score.delay().get(planted);
    return PercentText.narrow(score.found().get(planted))
        + " / "
        + (Double.isNaN(delay) ? "-" : String.format(Locale.ROOT, "%.1f", delay));
  }

  private static Table wrong(String heading, List<TrendScore> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendScore score : scores) {
      rows.add(
          List.of(
              Cell.of(score.method()),
              Cell.of(PercentText.narrow(score.found().get(PlantedTrend.SPIKE))),
              Cell.of(PercentText.narrow(score.found().get(PlantedTrend.VARIANCE))),
              Cell.of(PercentText.narrow(score.found().get(PlantedTrend.NONE))),
              Cell.of(falseOnes(score.falsePer100()))));
    }
    return new Table(
        heading,
        List.of(
            Column.names("method"),
            Column.numbers(PlantedTrend.SPIKE.label()),
            Column.numbers(PlantedTrend.VARIANCE.label()),
            Column.numbers(PlantedTrend.NONE.label()),
            Column.numbers("false for 100 nights")),
        rows);
  }

  private static String falseOnes(Estimate estimate) {
    return String.format(Locale.ROOT, "%.3f±%.3f", estimate.value(), estimate.standardError());
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
