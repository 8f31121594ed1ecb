package io.amorsize.optimizer;

/**
 * What was seen of threads that were at chunks at the same time: two threads meet where one of them
 * ends a chunk while the other is at one.
 *
 * <p>Of chunks that one lock holds from beginning to end, each that meets another waits for it.
 * Chunks that hold none do not wait.
 *
 * @param met chunks that were under way when another thread ended one, at least 0
 * @param waits times that a thread waited for another one, at least 0
 */
public record Meeting(int met, long waits) {

  /**
   * Share of the ideal that threads reach where nothing could be found out, apart from what they
   * begin and end late: by races, 0.84 to 0.99 on hosts of two kinds.
   */
  private static final double PRESUMED = 0.93;

  /** The same where they may have missed each other at a lock. */
  private static final double PRESUMED_OF_TURNS = 0.82;

  /**
   * Waits that are taken to have been missed, and meetings of which they are some: a thread that
   * waits for less than it spins is not counted, and a lock that shows is mostly held.
   */
  private static final double WAITS_MISSED = 1.5;

  private static final double MEETINGS_OF_THOSE = 2;

  /** Checks the ranges. */
  public Meeting {
    if (met < 0 || waits < 0) {
      throw new IllegalArgumentException("need met and waits >= 0, are " + met + " and " + waits);
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

  /** Whether so many threads met and together do more than one. */
  boolean isUseful(int threads) {
    return !tellsNothing() && together(threads) >= PlanChooser.LEAST_SPEEDUP;
  }

  /** Whether threads neither met nor waited, so that nothing is known. */
  boolean tellsNothing() {
    return met == 0 && waits == 0;
  }

  /**
   * Work that threads do together, in units of one thread: what is presumed, or less where they
   * waited. A lock that is held for a share of the time is found held by that share of those that
   * come for it, and that share of all work is done by one thread at a time. The share is that of a
   * Beta prior of 1.5 and 0.5, so that one that waited does not make threads useless. More than
   * where they never met is not promised: whoever spins long enough does not wait.
   *
   * @param threads how many threads there were, at least 2
   */
  double together(int threads) {
    if (waits == 0) {
      return met == 0 ? presumedOfTurns(threads) : presumed(threads);
    }
    double waited = (waits + WAITS_MISSED) / (Math.max(met, waits) + MEETINGS_OF_THOSE);
    return Math.min(presumedOfTurns(threads), Math.max(1, 1 / waited));
  }

  /** What both of two meetings saw. */
  Meeting and(Meeting other) {
    return new Meeting(met + other.met, waits + other.waits);
  }

  /** What a pilot says of it. */
  PilotReading reading(int threads) {
    double together = together(threads);
    return waits == 0
        ? new PilotReading(threads, together, together, presumedOfTurns(threads), threads)
        : new PilotReading(threads, together, together, 1, presumed(threads));
  }
}
