package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import java.util.List;
import java.util.Locale;

/** What a rule made of recorded nights, for people. */
public final class NightlyReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("nights compared"),
          Column.words("told of the noise"),
          Column.numbers("its sd"),
          Column.numbers("pairs"),
          Column.numbers("commits"),
          Column.numbers("pairs with a verdict"),
          Column.numbers("and no environment finding"),
          Column.numbers("rows called"),
          Column.numbers("rows flagged"),
          Column.numbers("environment-shifted"),
          Column.numbers("jdk-differs"));

  private NightlyReport() {}

  /**
   * The report of an evaluation.
   *
   * @param scores at least one
   */
  public static Report of(List<NightlyScore> scores) {
    NightlyScore first = scores.get(0);
    return new Report(
        "What the rule makes of recorded nights",
        String.format(
            Locale.ROOT,
            "%s: a verdict in %.0f %% of %d pairs, on %.1f %% of the rows.",
            first.pairs(),
            100 * first.alarmed().value(),
            first.alarmed().trials(),
            100 * first.called().value()),
        Tone.PLAIN,
        List.of(
            Paragraph.of(
                "Numbers are percent with their standard error, commits taken as independent. The"
                    + " noise between sessions is learned from the pairs of all other commits:"
                    + " robust, 1.4826 times the median size of the log ratio of a row's centers in"
                    + " two nights of one commit; plain, the root of its mean square; row by row, as a"
                    + " history learns it and 'history compare' counts it, of which the sd shown is"
                    + " that of the middle row."),
            new Table("", COLUMNS, scores.stream().map(NightlyReport::row).toList())),
        "Next: measure both sides in one session, interleaved, as 'ab' and 'confirm' do, and none of"
            + " this is in the way.");
  }

  private static List<Cell> row(NightlyScore score) {
    return List.of(
        Cell.of(score.pairs()),
        Cell.of(score.noise()),
        Cell.of(String.format(Locale.ROOT, "%.1f %%", 100 * score.sessionSd())),
        Cell.of(Long.toString(score.alarmed().trials())),
        Cell.of(Integer.toString(score.commits())),
        percent(score.alarmed()),
        percent(score.unexplained()),
        percent(score.called()),
        percent(score.flagged()),
        percent(score.shifted()),
        percent(score.otherJdk()));
  }

  private static Cell percent(Estimate estimate) {
    return Cell.of(PercentText.of(estimate));
  }
}
