package io.amorsize.jmh.report;

import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/** The word for a row, worst first: a verdict, with suspects apart from what cannot be told. */
enum RowMark {
  SLOWER("slower", "slower", Tone.BAD),
  SUSPECT("suspect", "suspect", Tone.UNSURE),
  FASTER("faster", "faster", Tone.GOOD),
  CANNOT_TELL("?", "cannot tell", Tone.UNSURE),
  SAME("same", "same", Tone.PLAIN);

  private final String mark;
  private final String words;
  private final Tone tone;

  RowMark(String mark, String words, Tone tone) {
    this.mark = mark;
    this.words = words;
    this.tone = tone;
  }

  static RowMark of(RowComparison row) {
    return switch (row.verdict()) {
      case SLOWER -> SLOWER;
      case FASTER -> FASTER;
      case SAME -> SAME;
      case INCONCLUSIVE -> row.suspect() ? SUSPECT : CANNOT_TELL;
    };
  }

  /** The word in a table. */
  String mark() {
    return mark;
  }

  /** The word in a sentence. */
  String words() {
    return words;
  }

  Tone tone() {
    return tone;
  }

  /** Whether a reader who asks for changes alone wants to see the row. */
  boolean isChange() {
    return this == SLOWER || this == SUSPECT || this == FASTER;
  }

  /** The rows worst first, changes by their size, the others in the order of the base. */
  static List<RowComparison> worstFirst(List<RowComparison> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing(RowMark::of)
                .thenComparing(Comparator.comparingDouble(RowMark::size).reversed()))
        .toList();
  }

  private static double size(RowComparison row) {
    if (!of(row).isChange()) {
      return 0;
    }
    double log = Math.log(row.change().slowdown().orElse(Double.POSITIVE_INFINITY));
    return row.verdict() == Verdict.SLOWER ? log : Math.abs(log);
  }
}
