package io.amorsize.optimizer;

/**
 * What a pilot measured at one number of threads.
 *
 * @param threads threads used, at least 2
 * @param parallelism work that so many threads do together in units of one thread, each of them
 *     having a core whenever it could use one; at most {@code threads}
 * @param seen what was done in wall time in all rounds, in the same units, dispatch apart
 * @param seenLeast the least of a round
 * @param seenMost the most
 */
record PilotReading(
    int threads, double parallelism, double seen, double seenLeast, double seenMost) {

  /** What is said of threads that were not tried. */
  static PilotReading presumed(int threads) {
    return new Meeting(1, 0).reading(threads);
  }

  /** The same of threads that cannot do more together, 1 or more. */
  PilotReading atMost(double together) {
    return new PilotReading(
        threads,
        Math.min(parallelism, together),
        Math.min(seen, together),
        Math.min(seenLeast, together),
        Math.min(seenMost, together));
  }

  /**
   * The same of threads that hardly overlapped in what was timed, but were seen to run at once and
   * without a lock: how they took turns says nothing against what is presumed.
   */
  PilotReading withoutLateness() {
    double together = Math.max(parallelism, Meeting.presumed(threads));
    double moment = Math.max(seen, together);
    return new PilotReading(threads, together, moment, seenLeast, Math.max(seenMost, moment));
  }

  /** Checks the ranges. */
  public PilotReading {
    if (threads < 2) {
      throw new IllegalArgumentException("threads must be at least 2, is " + threads);
    }
    if (!(parallelism > 0 && parallelism <= threads)) {
      throw new IllegalArgumentException(
          "parallelism must be in (0, " + threads + "], is " + parallelism);
    }
    if (!(seenLeast > 0 && seenLeast <= seen && seen <= seenMost) || Double.isInfinite(seenMost)) {
      throw new IllegalArgumentException(
          "need 0 < seenLeast <= seen <= seenMost, are "
              + seenLeast
              + ", "
              + seen
              + " and "
              + seenMost);
    }
  }
}
