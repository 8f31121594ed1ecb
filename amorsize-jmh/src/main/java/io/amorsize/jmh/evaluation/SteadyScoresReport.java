package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import java.util.List;
import java.util.Locale;

/** How well the warm-up is found, for people. */
public final class SteadyScoresReport {

  private static final List<Column> METHODS =
      List.of(
          Column.words("method"),
          Column.words("forks"),
          Column.numbers("steady found"),
          Column.numbers("others found"),
          Column.numbers("balanced"),
          Column.numbers("error, s"),
          Column.numbers("within 5 s"),
          Column.numbers("biased"),
          Column.numbers("warm-up, s"));

  private static final List<Column> SHORT =
      List.of(
          Column.numbers("iterations"),
          Column.numbers("settle"),
          Column.numbers("change later"),
          Column.numbers("error, s"));

  private static final List<Column> PILOTS =
      List.of(
          Column.words("warm-up by a pilot of 60"),
          Column.numbers("iterations"),
          Column.numbers("biased"),
          Column.numbers("median bias, %"));

  private SteadyScoresReport() {}

  /**
   * The report of an evaluation.
   *
   * @param methods scores of the methods, ours first
   * @param shortForks what the first iterations tell
   * @param pilots what pilots choose
   */
  public static Report of(
      List<SteadyScore> methods, List<ShortForkScore> shortForks, List<PilotScore> pilots) {
    SteadyScore ours = methods.get(0);
    List<Section> sections =
        List.of(
            Paragraph.of(
                "Shares are percent with their standard error, benchmarks taken as independent."
                    + " Error: median of the time between the start found and the label's, where both"
                    + " call the fork steady. Biased: the mean of the next 100 iterations (20 behind"
                    + " a pilot) lies more than 5 % off the mean of the steady ones."),
            new Table("", METHODS, methods.stream().map(SteadyScoresReport::row).toList()),
            new Table(
                "The first iterations alone: forks that seem to settle, and those of them that turn"
                    + " out to run at another level (by more than 5 %)",
                SHORT, shortForks.stream().map(SteadyScoresReport::row).toList()),
            new Table(
                "A warm-up that a pilot fork of 60 iterations chooses, behind which the other forks"
                    + " measure 20",
                PILOTS,
                pilots.stream().map(SteadyScoresReport::row).toList()));
    return new Report(
        "How well the warm-up is found",
        String.format(
            Locale.ROOT,
            "Balanced accuracy %.1f %%, median warm-up error %.1f s.",
            100 * ours.balancedAccuracy(),
            ours.medianErrorSeconds()),
        Tone.PLAIN,
        sections,
        "Next: 'steady RESULT' finds the warm-up of your own benchmarks so.");
  }

  private static List<Cell> row(SteadyScore score) {
    return List.of(
        Cell.of(score.method()),
        Cell.of(score.forks()),
        percent(score.sensitivity()),
        percent(score.specificity()),
        number("%.1f", 100 * score.balancedAccuracy()),
        number("%.1f", score.medianErrorSeconds()),
        percent(score.within5Seconds()),
        percent(score.biased()),
        number("%.1f", score.medianSeconds()));
  }

  private static List<Cell> row(ShortForkScore score) {
    return List.of(
        Cell.of(Integer.toString(score.iterations())),
        percent(score.settled()),
        percent(score.changed()),
        number("%.1f", score.medianErrorSeconds()));
  }

  private static List<Cell> row(PilotScore score) {
    return List.of(
        Cell.of(score.method()),
        number("%.1f", score.meanWarmup()),
        percent(score.biased()),
        number("%.1f", 100 * score.medianBias()));
  }

  private static Cell percent(Estimate estimate) {
    return Cell.of(PercentText.of(estimate));
  }

  private static Cell number(String pattern, double value) {
    return Cell.of(Double.isNaN(value) ? "" : String.format(Locale.ROOT, pattern, value));
  }
}
