package io.amorsize.jmh.json;

/**
 * How threads share a large file.
 *
 * @param leastBytes of a file that is shared, at least 1
 * @param pieceBytes about how much of it a thread takes at a time, at least 1
 * @param piecesAlone pieces that the calling thread reads by itself in code that is not compiled
 *     yet, at least 0
 * @param threads most that read at the same time, the calling one included, at least 1
 */
record Sharing(long leastBytes, int pieceBytes, int piecesAlone, int threads) {

  /** Read by one thread in compiled code in some 15 ms. */
  private static final long LEAST_BYTES = 8 << 20;

  /** Small enough that threads end together, large enough that opening a piece takes no time. */
  private static final int PIECE_BYTES = 1 << 20;

  /**
   * While code is not compiled yet, a second thread that reads it takes the compiler's processor.
   * Of 0, 8, 16, 32 and 48 MB read alone, 16 let a first reading of 100 MB end soonest.
   */
  private static final int PIECES_ALONE = 16;

  /** Memory and collections of garbage are shared, too. */
  private static final int MOST_THREADS = 4;

  /** Checks the ranges. */
  Sharing {
    requireAtLeast(1, leastBytes, "leastBytes");
    requireAtLeast(1, pieceBytes, "pieceBytes");
    requireAtLeast(0, piecesAlone, "piecesAlone");
    requireAtLeast(1, threads, "threads");
  }

  /** A thread for each processor of this machine, up to four. */
  static Sharing ofThisMachine() {
    return among(Runtime.getRuntime().availableProcessors());
  }

  /** A thread for each processor, up to four. */
  static Sharing among(int processors) {
    return new Sharing(LEAST_BYTES, PIECE_BYTES, PIECES_ALONE, Math.min(MOST_THREADS, processors));
  }

  /** Whether a file of so many bytes is shared. */
  boolean concerns(long bytes) {
    return threads > 1 && bytes >= leastBytes;
  }

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
    }
  }
}
