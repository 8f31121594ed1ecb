package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import java.util.List;
import java.util.Locale;

/** What working with a large history takes, for people. */
public final class HistoryEvaluationReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("what is done"),
          Column.numbers("times"),
          Column.numbers("median"),
          Column.numbers("longest"));

  private HistoryEvaluationReport() {}

  /** The report of an evaluation. */
  public static Report of(HistoryScores scores) {
    HistoryScale scale = scores.scale();
    long samples = (long) scale.benchmarks() * scale.nights();
    long numbers = samples * scale.forks() * scale.iterations();
    return new Report(
        "What a large history takes",
        String.format(
            Locale.ROOT,
            "%d benchmarks x %d nights take %.1f MB: %.0f bytes a row, %.2f a score.",
            scale.benchmarks(),
            scale.nights(),
            scores.bytes() / 1e6,
            (double) scores.bytes() / samples,
            (double) scores.bytes() / numbers),
        Tone.PLAIN,
        List.of(
            Paragraph.of(
                "In "
                    + scores.place()
                    + "; "
                    + scale.forks()
                    + " forks x "
                    + scale.iterations()
                    + " iterations of each benchmark a night. Times are of the store alone, in one"
                    + " process; recording ends when the night is on the disk, and who records"
                    + " learns the noise afterwards."),
            new Table(
                "", COLUMNS, scores.timings().stream().map(HistoryEvaluationReport::row).toList())),
        "Next: --benchmarks and --nights make it smaller or larger.");
  }

  private static List<Cell> row(HistoryScores.Timing timing) {
    return List.of(
        Cell.of(timing.what()),
        Cell.of(Integer.toString(timing.times())),
        Cell.of(time(timing.medianSeconds())),
        Cell.of(time(timing.mostSeconds())));
  }

  private static String time(double seconds) {
    return seconds < 1
        ? String.format(Locale.ROOT, "%.1f ms", 1000 * seconds)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
