package io.amorsize.jmh.json;

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

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
    }
  }
}
