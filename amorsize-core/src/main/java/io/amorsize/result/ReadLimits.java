package io.amorsize.result;

import java.util.Locale;

/**
 * What a result file may hold at most, so that a damaged or hostile one ends in a sentence and not
 * in a full heap.
 *
 * @param maxBytes bytes after decompression, at least 1
 * @param maxDepth objects and arrays within each other, at least 10, since JMH writes 7
 * @param maxTextLength characters of a text or name, at least 1
 * @param maxRows results, at least 1
 * @param maxRowValues scores, parameters and metrics kept of one result, at least 1
 */
public record ReadLimits(
    long maxBytes, int maxDepth, int maxTextLength, int maxRows, int maxRowValues) {

  /** 1 GiB, 100 levels, 1 MiB of text, 100 000 results with 20 000 000 values each. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(1L << 30, 100, 1 << 20, 100_000, 20_000_000);

  /** Checks the ranges. */
  public ReadLimits {
    requireAtLeast(1, maxBytes, "maxBytes");
    requireAtLeast(10, maxDepth, "maxDepth");
    requireAtLeast(1, maxTextLength, "maxTextLength");
    requireAtLeast(1, maxRows, "maxRows");
    requireAtLeast(1, maxRowValues, "maxRowValues");
  }

  /**
   * What a parser met that these limits forbid, in words.
   *
   * @param message what Jackson says of it
   */
  public String breach(String message) {
    if (message.contains("nesting depth")) {
      return "objects and lists are nested deeper than "
          + maxDepth
          + " levels, which no JMH result is; run the benchmark again, or allow more with"
          + " --max-depth";
    }
    if (message.contains("Number")) {
      return "a number is longer than any that JMH writes; restore the file or run the benchmark"
          + " again";
    }
    return String.format(
        Locale.ROOT,
        "a text is longer than %,d characters, the most that is read; shorten it, for example the"
            + " parameter that it is, or allow more with --max-text",
        maxTextLength);
  }

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
    }
  }
}
