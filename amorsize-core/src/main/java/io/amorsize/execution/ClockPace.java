package io.amorsize.execution;

/**
 * After which chunks a thread of a run looks at the clock. A look takes as long as some chunks do,
 * so of the shortest only every sixteenth is followed by one; of those that take a microsecond,
 * each.
 */
final class ClockPace {

  /** Chunks between two looks take so long together, or are that many. */
  private static final long LEAST_NANOS = 1_000;

  private static final int MOST_CHUNKS = 16;

  private long lookedNanos;
  private int chunks = 1;
  private int left = 1;

  /**
   * A thread that begins.
   *
   * @param nowNanos the moment
   */
  ClockPace(long nowNanos) {
    this.lookedNanos = nowNanos;
  }

  /** To be asked after each chunk: whether the clock is to be looked at. */
  boolean isDue() {
    left--;
    return left == 0;
  }

  /** To be told the time when the clock was looked at. */
  void looked(long nowNanos) {
    chunks = nowNanos - lookedNanos < LEAST_NANOS ? Math.min(MOST_CHUNKS, 2 * chunks) : 1;
    left = chunks;
    lookedNanos = nowNanos;
  }
}
