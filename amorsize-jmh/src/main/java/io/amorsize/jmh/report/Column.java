package io.amorsize.jmh.report;

/**
 * One column of a table.
 *
 * @param name its heading, with the unit where all cells share one
 * @param number whether it holds numbers, which are aligned to the right
 */
public record Column(String name, boolean number) {

  /** A column of words. */
  public static Column words(String name) {
    return new Column(name, false);
  }

  /** A column of numbers. */
  public static Column numbers(String name) {
    return new Column(name, true);
  }
}
