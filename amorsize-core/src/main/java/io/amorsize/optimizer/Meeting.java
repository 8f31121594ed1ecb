package io.amorsize.optimizer;

/**
 * What was seen of threads that were at chunks at the same time: two threads meet where one of them
 * ends a chunk while the other is at one.
 *
 * <p>Of chunks that one lock holds from beginning to end, each that meets another waits for it, and
 * ends at least as much later as it takes alone. Chunks that hold none do not wait, and each of two
 * threads that are always at one ends one before the other has done a whole one: an end lies
 * between two of the other's, less than half a chunk from one of them.
 *
 * @param met chunks that were under way when another thread ended one, at least 0
 * @param waits times that a thread waited for another one, at least 0: who gets a lock while it
 *     still spins is not counted
 * @param apart the least time between the end of a chunk and that of another thread's before, in
 *     units of the shortest chunk, at least 0; infinite where no two threads ended one, 0 where
 *     chunks are not alike, so that it tells nothing
 */
public record Meeting(int met, long waits, double apart) {

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

  /** Ends so far apart are those of chunks that one lock holds nearly all the time. */
  private static final double APART_IF_HELD = 0.9;

  /**
   * Of so many that met without a wait, one would have waited if one lock held them; that their
   * ends are apart then tells that they take longer at first, as those do that use much memory.
   */
  private static final int ENOUGH_TO_SEE_WAITS = 3;

  /** Checks the ranges. */
  public Meeting {
    if (met < 0 || waits < 0 || !(apart >= 0)) {
      throw new IllegalArgumentException(
          "need met, waits and apart >= 0, are " + met + ", " + waits + " and " + apart);
    }
  }

  /** One of which it is not known how far apart chunks ended. */
  public Meeting(int met, long waits) {
    this(met, waits, 0);
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
    return waits == 0 && isKnown();
  }

  /**
   * Whether threads met, so often that it is known whether they wait where their ends are apart.
   */
  boolean isKnown() {
    return met >= ENOUGH_TO_SEE_WAITS || (met > 0 && !areApart());
  }

  /** Whether one thread at a time did everything, by all that was seen. */
  private boolean isHeld() {
    return met > 0 && waits > 0 && areApart();
  }

  private boolean areApart() {
    return apart >= APART_IF_HELD;
  }

  /** The same of chunks that are not alike. */
  Meeting ofUnequal() {
    return new Meeting(met, waits);
  }

  /** Whether so many threads are known to do more together than one. */
  boolean isUseful(int threads) {
    return isKnown() && together(threads) >= PlanChooser.LEAST_SPEEDUP;
  }

  /** Whether threads neither met nor waited, so that nothing is known. */
  boolean tellsNothing() {
    return met == 0 && waits == 0;
  }

  /**
   * Work that threads do together, in units of one thread: what is presumed, or less where they
   * waited. A lock that is held for a share of the time is found held by that share of those that
   * come for it, and that share of all work is done by one thread at a time. The share is that of a
   * Beta prior of 1.5 and 0.5, so that one that waited does not make threads useless, unless all
   * ends lay apart. More than where they never met is not promised: whoever spins long enough does
   * not wait.
   *
   * @param threads how many threads there were, at least 2
   */
  double together(int threads) {
    if (isHeld()) {
      return 1;
    }
    if (waits == 0) {
      return isFree() ? presumed(threads) : presumedOfTurns(threads);
    }
    double waited = (waits + WAITS_MISSED) / (Math.max(met, waits) + MEETINGS_OF_THOSE);
    return Math.min(presumedOfTurns(threads), Math.max(1, 1 / waited));
  }

  /** What both of two meetings saw. */
  Meeting and(Meeting other) {
    return new Meeting(met + other.met, waits + other.waits, Math.min(apart, other.apart));
  }

  /** What a pilot says of it. */
  PilotReading reading(int threads) {
    double together = together(threads);
    return waits == 0
        ? new PilotReading(threads, together, together, presumedOfTurns(threads), threads)
        : new PilotReading(threads, together, together, 1, presumed(threads));
  }
}
