package io.amorsize.jmh.speed;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import io.amorsize.statistics.PairedRatio;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How fast the program is, for people. */
public final class SpeedReport {

  private record Pair(Timed what, Timed beside) {}

  private static final List<Pair> BESIDE =
      List.of(
          new Pair(Timed.COMPARE, Timed.EMPTY_JVM),
          new Pair(Timed.READ_FIRST, Timed.TOKENS_FIRST),
          new Pair(Timed.READ_FIRST, Timed.FAST_NUMBERS_FIRST),
          new Pair(Timed.READ_FIRST, Timed.NUMBERS_FIRST),
          new Pair(Timed.READ_FIRST, Timed.PYTHON),
          new Pair(Timed.READ, Timed.TOKENS),
          new Pair(Timed.READ, Timed.FAST_NUMBERS),
          new Pair(Timed.READ, Timed.NUMBERS),
          new Pair(Timed.CHUNKS, Timed.TASKS));

  private static final List<Pair> GROWTH =
      List.of(
          new Pair(Timed.COMPARE_MORE, Timed.COMPARE),
          new Pair(Timed.READ, Timed.READ_QUARTER),
          new Pair(Timed.JUDGE, Timed.JUDGE_FEW),
          new Pair(Timed.JUDGE_MANY, Timed.JUDGE),
          new Pair(Timed.TREND, Timed.TREND_SHORT),
          new Pair(Timed.TREND_LONG, Timed.TREND),
          new Pair(Timed.PAGE_LONG, Timed.PAGE));

  private SpeedReport() {}

  /**
   * The report.
   *
   * @param setting what it was measured on, in a sentence
   */
  public static Report of(SpeedScores scores, String setting) {
    return new Report(
        "How fast the program is",
        headline(scores),
        Tone.PLAIN,
        List.of(
            Paragraph.of(setting),
            Paragraph.of(
                String.format(
                    Locale.ROOT,
                    "Medians of %d rounds, in which all of a race ran once in random order; ratios"
                        + " are geometric means within rounds, with 95 %% intervals. The file that"
                        + " is read has %d MB, 100 iterations of 10 forks a row; reading is ours,"
                        + " by %s; tokens are Jackson's, by one, perhaps with a number made of"
                        + " each that is one, by its usual or its fast algorithm. The first"
                        + " reading is the first in its JVM, the other in warm code, both with a"
                        + " heap of 256 MB. compare is a whole process.",
                    scores.scale().rounds(),
                    scores.scale().megabytes(),
                    readers(scores))),
            beside(scores),
            growth(scores)),
        "Next: profile what grows faster than its size.");
  }

  private static String headline(SpeedScores scores) {
    return String.format(
        Locale.ROOT,
        "compare of two files of %d rows takes %s; reading by %s takes %.2f of Jackson's tokens"
            + " alone, %.2f where numbers are made of them by its fast algorithm.",
        Timed.COMPARE.size(),
        time(scores.medianSeconds(Timed.COMPARE)),
        readers(scores),
        scores.ratio(Timed.READ, Timed.TOKENS).ratio(),
        scores.ratio(Timed.READ, Timed.FAST_NUMBERS).ratio());
  }

  private static String readers(SpeedScores scores) {
    return scores.readers() == 1 ? "one thread" : scores.readers() + " threads";
  }

  private static Section beside(SpeedScores scores) {
    return new Table(
        "Beside something else",
        List.of(
            Column.names("what"),
            Column.numbers("takes"),
            Column.names("beside"),
            Column.numbers("takes"),
            Column.numbers("ratio"),
            Column.numbers("95 %")),
        pairs(BESIDE, scores)
            .map(
                pair -> {
                  PairedRatio ratio = scores.ratio(pair.what(), pair.beside());
                  return List.of(
                      Cell.of(pair.what().label()),
                      Cell.of(time(scores.medianSeconds(pair.what()))),
                      Cell.of(pair.beside().label()),
                      Cell.of(time(scores.medianSeconds(pair.beside()))),
                      Cell.of(number(ratio.ratio())),
                      Cell.of(interval(ratio)));
                })
            .toList());
  }

  private static Section growth(SpeedScores scores) {
    return new Table(
        "How it grows",
        List.of(
            Column.names("what"),
            Column.numbers("takes"),
            Column.numbers("of"),
            Column.numbers("takes"),
            Column.numbers("size x"),
            Column.numbers("time x")),
        pairs(GROWTH, scores)
            .map(
                pair ->
                    List.of(
                        Cell.of(pair.what().label()),
                        Cell.of(time(scores.medianSeconds(pair.what()))),
                        Cell.of(Integer.toString(pair.beside().size())),
                        Cell.of(time(scores.medianSeconds(pair.beside()))),
                        Cell.of(number((double) pair.what().size() / pair.beside().size())),
                        Cell.of(number(scores.ratio(pair.what(), pair.beside()).ratio()))))
            .toList());
  }

  private static Stream<Pair> pairs(List<Pair> pairs, SpeedScores scores) {
    return pairs.stream().filter(pair -> scores.has(pair.what()) && scores.has(pair.beside()));
  }

  private static String interval(PairedRatio ratio) {
    return ratio.interval().map(i -> number(i.lower()) + "-" + number(i.upper())).orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String time(double seconds) {
    if (seconds < 1e-4) {
      return String.format(Locale.ROOT, "%.0f ns", 1e9 * seconds);
    }
    return seconds < 1
        ? String.format(Locale.ROOT, "%.1f ms", 1e3 * seconds)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
