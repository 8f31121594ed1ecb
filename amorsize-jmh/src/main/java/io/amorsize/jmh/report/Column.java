package io.amorsize.jmh.report;

/**
 * One column of a table.
 *
 * @param name its heading, with the unit where all cells share one
 * @param number whether it holds numbers, which are aligned to the right
 * @param wholeNames whether a text too long for the column stands on a line of its own rather than
 *     be cut beyond recognition
 */
public record Column(String name, boolean number, boolean wholeNames) {

  /** A column of words. */
  public static Column words(String name) {
    return new Column(name, false, false);
  }

  /** A column of numbers. */
  public static Column numbers(String name) {
    return new Column(name, true, false);
  }

  /** A column of words that must be told apart, such as names of rows. */
  public static Column names(String name) {
    return new Column(name, false, true);
  }
}
