package io.amorsize.jmh.report;

import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/** The word for a row, worst first: a verdict, with suspects apart from what cannot be told. */
public enum RowMark {
  /** Slower. */
  SLOWER("slower", "slower", Tone.BAD),
  /** Flagged, but not beyond the correction for many rows. */
  SUSPECT("suspect", "suspect", Tone.UNSURE),
  /** Faster. */
  FASTER("faster", "faster", Tone.GOOD),
  /** Neither shown to differ nor to be the same. */
  CANNOT_TELL("?", "cannot tell", Tone.UNSURE),
  /** Shown to be the same. */
  SAME("same", "same", Tone.PLAIN);

  private final String mark;
  private final String words;
  private final Tone tone;

  RowMark(String mark, String words, Tone tone) {
    this.mark = mark;
    this.words = words;
    this.tone = tone;
  }

  /** The word for a row. */
  public static RowMark of(RowComparison row) {
    return switch (row.verdict()) {
      case SLOWER -> SLOWER;
      case FASTER -> FASTER;
      case SAME -> SAME;
      case INCONCLUSIVE -> row.suspect() ? SUSPECT : CANNOT_TELL;
    };
  }

  /** The word in a table. */
  public String mark() {
    return mark;
  }

  /** The word in a sentence. */
  public String words() {
    return words;
  }

  /** Whether the word is good news. */
  public Tone tone() {
    return tone;
  }

  /** Whether a reader who asks for changes alone wants to see the row. */
  boolean isChange() {
    return this == SLOWER || this == SUSPECT || this == FASTER;
  }

  /** The rows worst first, changes by their size, the others in the order of the base. */
  public static List<RowComparison> worstFirst(List<RowComparison> rows) {
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
