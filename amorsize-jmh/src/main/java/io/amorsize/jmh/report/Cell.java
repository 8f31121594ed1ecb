package io.amorsize.jmh.report;

/**
 * One cell of a table.
 *
 * @param text the text, not escaped: it may hold names from files
 * @param tone what it means
 */
public record Cell(String text, Tone tone) {

  /** A plain cell. */
  public static Cell of(String text) {
    return new Cell(text, Tone.PLAIN);
  }
}
