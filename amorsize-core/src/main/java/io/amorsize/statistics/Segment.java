package io.amorsize.statistics;

/**
 * A stretch of iterations that one mean and one variance describe.
 *
 * @param from its first iteration, from 0 on
 * @param to its last iteration
 */
public record Segment(int from, int to) {

  /** Checks the order. */
  public Segment {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("need 0 <= from <= to, are " + from + " and " + to);
    }
  }

  /** Number of iterations, at least 1. */
  public int length() {
    return to - from + 1;
  }
}
