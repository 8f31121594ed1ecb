package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scores of sessions for people. */
public final class SessionReport {

  private static final List<Measure> WHOLE =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FOUND_2,
          Measure.FOUND_5,
          Measure.FOUND_10,
          Measure.FOUND_20,
          Measure.FOUND_SLOW_QUARTER,
          Measure.ALARMS,
          Measure.ANY_ALARM);
  private static final List<Measure> SPARSE =
      List.of(
          Measure.SPARSE_FOUND_5,
          Measure.SPARSE_FALSE_5,
          Measure.SPARSE_FOUND_10,
          Measure.SPARSE_FALSE_10);
  private static final List<Measure> UNCHANGED =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FLAGGED_AFTER_2,
          Measure.FLAGGED_AFTER_3,
          Measure.FLAGGED_AFTER_4,
          Measure.FLAGGED_AFTER_5,
          Measure.ALARMS,
          Measure.ANY_ALARM);
  private static final List<Measure> SMALL =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FOUND_5,
          Measure.FOUND_10,
          Measure.ALARMS,
          Measure.ANY_ALARM,
          Measure.PAIRS);
  private static final List<Measure> LOOKS =
      List.of(
          Measure.FLAGGED_AFTER_2,
          Measure.FLAGGED_AFTER_3,
          Measure.FLAGGED_AFTER_4,
          Measure.FLAGGED_AFTER_5,
          Measure.FALSE_POSITIVES);
  private static final List<Measure> SAME =
      List.of(
          Measure.SAME,
          Measure.SAME_5,
          Measure.SAME_10,
          Measure.COVERAGE,
          Measure.COVERAGE_5,
          Measure.CALLED_COVERAGE_5,
          Measure.COVERAGE_10,
          Measure.CALLED_COVERAGE_10);
  private static final List<Measure> FEWER =
      List.of(Measure.FALSE_POSITIVES, Measure.FOUND_10, Measure.PAIRS, Measure.PAIRS_10);
  private static final List<Measure> MORE =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FOUND_3,
          Measure.FOUND_5,
          Measure.FOUND_10,
          Measure.PAIRS,
          Measure.PAIRS_5,
          Measure.PAIRS_10);

  /** Five forks a side, each of five iterations of warm-up and five measured ones, of 10 s each. */
  private static final double SECONDS_BY_DEFAULT = 2 * 5 * (5 + 5) * 10.0;

  private SessionReport() {}

  /** The report of an evaluation. */
  public static Report of(SessionScores scores) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Paragraph.of(
            RuleReport.NUMBERS
                + ", pairs are forks of a side."
                + " A session looks after 2, 3, 4 and 5 pairs and goes on with the rows that are"
                + " open; one look is the rule of compare on the same 5 v 5 forks."));
    sections.add(ScoreTable.of("Whole suites", scores.whole(), WHOLE));
    sections.add(
        ScoreTable.of("Few changed rows: verdicts and false ones", scores.whole(), SPARSE));
    sections.add(ScoreTable.of("More whole suites, unchanged", scores.unchanged(), UNCHANGED));
    sections.add(time(scores));
    sections.add(ScoreTable.of("Small suites", scores.bySize(), SMALL));
    sections.add(
        ScoreTable.of("Pairs with which unchanged rows end flagged", stopped(scores), LOOKS));
    sections.add(ScoreTable.of("Rows called the same, and 95 % interval", scores.whole(), SAME));
    sections.add(ScoreTable.of("At most 2, 3 and 4 pairs", scores.fewer(), FEWER));
    sections.add(ScoreTable.of("At most 10 pairs", scores.more(), MORE));
    sections.add(
        Paragraph.of(
            "The 10 v 10 forks of the last table are drawn with replacement from the ten that were"
                + " recorded, so that a fork may come more than once, even on both sides."));
    return new Report(
        "How well sessions judge that look after each pair",
        headline(scores),
        Tone.PLAIN,
        sections,
        RuleReport.NEXT);
  }

  /** Scores of the session that {@code ab} goes through unless told otherwise. */
  private static List<MethodScore> stopped(SessionScores scores) {
    String session = scores.whole().get(0).method();
    return Stream.concat(scores.whole().stream(), scores.bySize().stream())
        .filter(score -> score.method().equals(session))
        .toList();
  }

  private static String headline(SessionScores scores) {
    MethodScore first = scores.whole().get(0);
    return String.format(
        Locale.ROOT,
        "%d suites of %d rows, at most %d pairs of forks %s, with %.1f pairs on average where"
            + " nothing changed; seed %d.",
        first.suites(),
        first.rows(),
        first.forks().base(),
        RuleReport.found(first),
        first.get(Measure.PAIRS).value(),
        scores.settings().seed());
  }

  private static Table time(SessionScores scores) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("iterations"));
    columns.add(Column.words("method"));
    for (Measure pairs : List.of(Measure.PAIRS, Measure.PAIRS_5, Measure.PAIRS_10)) {
      columns.add(Column.numbers(pairs.label()));
    }
    columns.add(Column.numbers("saved against 5 v 5, unchanged"));
    columns.add(Column.numbers("seconds a row, unchanged"));
    columns.add(Column.numbers("of JMH's defaults"));
    return new Table(
        "Time",
        columns,
        scores.whole().stream()
            .map(score -> time(score, scores.forkSeconds().get(score.data())))
            .toList());
  }

  private static List<Cell> time(MethodScore score, double forkSeconds) {
    Estimate pairs = score.get(Measure.PAIRS);
    Estimate seconds = pairs.times(2 * forkSeconds);
    return List.of(
        Cell.of(score.data()),
        Cell.of(score.method()),
        Cell.of(PercentText.ofMean(pairs)),
        Cell.of(PercentText.ofMean(score.get(Measure.PAIRS_5))),
        Cell.of(PercentText.ofMean(score.get(Measure.PAIRS_10))),
        Cell.of(PercentText.of(pairs.times(1.0 / score.forks().base()).complement())),
        Cell.of(PercentText.ofMean(seconds)),
        Cell.of(PercentText.of(seconds.times(1 / SECONDS_BY_DEFAULT))));
  }
}
