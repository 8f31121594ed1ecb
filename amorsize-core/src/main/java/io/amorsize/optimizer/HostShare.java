package io.amorsize.optimizer;

/**
 * What others leave of the machine. A host that gives a core late, or not in these milliseconds,
 * says little about the next second; who else wants to run says more.
 *
 * @param processors processors of the machine, at least 1
 * @param usable processors that this JVM may use, at least 1
 * @param others threads of others that want to run all the time, at least 0
 */
record HostShare(int processors, int usable, int others) {

  /**
   * The cores that so many busy threads get together: a scheduler that is fair to threads gives t
   * of t + others threads {@code t / (t + others)} of all processors.
   *
   * @param busy threads that want a core all the time, above 0; a thread that waits counts for the
   *     share of its time in which it computes
   */
  double cores(double busy) {
    double wanted = Math.min(busy, usable);
    double crowd = busy + others;
    return crowd <= processors ? wanted : Math.min(wanted, busy * processors / crowd);
  }
}
