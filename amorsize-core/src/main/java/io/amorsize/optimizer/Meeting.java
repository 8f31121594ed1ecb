package io.amorsize.optimizer;

/**
 * What was seen of threads that were at chunks at the same time: two threads meet where one of them
 * ends a chunk while the other is at one.
 *
 * <p>Of chunks that one lock holds from beginning to end, each that meets another waits for it, and
 * at least a chunk's time lies between the ends of two. Chunks that hold none do not wait.
 *
 * @param chunks chunks run, at least 0
 * @param wallNanos time in which they were run, above 0
 * @param chunkNanos least time of a chunk, above 0
 * @param met chunks that were under way when another thread ended one, at least 0
 * @param gapNanos time from the other's end to the end of those that met, the median, since a
 *     thread may lose its core before either end; 0 if none met
 * @param waits times that a thread waited for another one, at least 0
 */
public record Meeting(
    int chunks, double wallNanos, double chunkNanos, int met, double gapNanos, long waits) {

  /** Share of the ideal that threads reach where nothing could be found out, by races. */
  private static final double PRESUMED = 0.92;

  /** The same where they may have missed each other at a lock. */
  private static final double PRESUMED_OF_TURNS = 0.79;

  /** Time between ends is that of the host as much as of the lock where fewer met. */
  private static final int LEAST_MET = 4;

  /** Checks the ranges. */
  public Meeting {
    if (chunks < 0 || !(wallNanos > 0) || !(chunkNanos > 0)) {
      throw new IllegalArgumentException(
          "need chunks >= 0, wallNanos and chunkNanos > 0, are "
              + chunks
              + ", "
              + wallNanos
              + " and "
              + chunkNanos);
    }
    if (met < 0 || !(gapNanos >= 0) || waits < 0) {
      throw new IllegalArgumentException(
          "need met, gapNanos and waits >= 0, are " + met + ", " + gapNanos + " and " + waits);
    }
  }

  /** What so many threads do together, in units of one, that were not tried. */
  static double presumed(int threads) {
    return PRESUMED * threads;
  }

  /** The same of threads that may have missed each other at a lock. */
  static double presumedOfTurns(int threads) {
    return PRESUMED_OF_TURNS * threads;
  }

  /** Whether threads met and did not wait for each other. */
  boolean isFree() {
    return met > 0 && waits == 0;
  }

  /**
   * Work that threads do together, in units of one thread: between what is presumed and what those
   * did that met, by the share of them that waited.
   *
   * @param threads how many threads there were, at least 2
   */
  double together(int threads) {
    if (waits == 0) {
      return met == 0 ? presumedOfTurns(threads) : presumed(threads);
    }
    double presumed = presumed(threads);
    double inTurn = met < LEAST_MET ? 1 : Math.max(1, Math.min(presumed, chunkNanos / gapNanos));
    double waited = Math.min(1, (double) waits / Math.max(1, met));
    return presumed * Math.pow(inTurn / presumed, waited);
  }

  /** What both of two meetings saw. */
  Meeting and(Meeting other) {
    return new Meeting(
        chunks + other.chunks,
        wallNanos + other.wallNanos,
        Math.min(chunkNanos, other.chunkNanos),
        met + other.met,
        other.met > met ? other.gapNanos : gapNanos,
        waits + other.waits);
  }

  /** What a pilot says of it. */
  PilotReading reading(int threads) {
    double together = together(threads);
    double seen = Math.min(threads, Math.max(1, chunks) * chunkNanos / wallNanos);
    double most = Math.max(together, seen);
    return new PilotReading(
        threads, together, waits == 0 ? most : together, Math.min(seen, together), most);
  }
}
