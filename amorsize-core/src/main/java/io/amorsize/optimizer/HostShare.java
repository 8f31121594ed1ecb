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

  /** Likelihoods are relative; none shall leave the range of a double. */
  private static final double LARGE = 1e100;

  /** What is less likely than this adds nothing. */
  private static final double UNLIKELY = 1e-9;

  /** What another number of others leaves. */
  HostShare beside(int number) {
    return new HostShare(processors, usable, number);
  }

  /** Whether others leave no two cores, so that two threads would take turns with them. */
  boolean isCrowded() {
    return others > 0 && processors - others < 2;
  }

  /**
   * The cores that so many busy threads get together: a scheduler that is fair to threads gives t
   * of t + others threads {@code t / (t + others)} of all processors.
   *
   * @param busy threads that want a core all the time, at least 1
   */
  double cores(int busy) {
    double wanted = Math.min(busy, usable);
    double crowd = (double) busy + others;
    return crowd <= processors ? wanted : Math.min(wanted, busy * processors / crowd);
  }

  /**
   * The cores that threads get together, on average, that wait between items. They do not do so in
   * step: at times more of them want a core than there are, and at times a core has nobody. This is
   * the machine repair model, a closed queue whose servers are the cores (Gross et al.,
   * Fundamentals of Queueing Theory, 2.7): with w threads that want one, {@code cores(w)} are at
   * work.
   *
   * @param threads at least 1
   * @param cpuShare share of its time in which a thread alone wants a core, in (0, 1]
   */
  double cores(int threads, double cpuShare) {
    if (cpuShare >= 1) {
      return cores(threads);
    }
    double likelihood = 1;
    double all = 1;
    double atWork = 0;
    for (int wanting = 1; wanting <= threads; wanting++) {
      double cores = cores(wanting);
      double times = (threads - wanting + 1) * cpuShare / (1 - cpuShare) / cores;
      likelihood *= times;
      if (times < 0.5 && likelihood < UNLIKELY * all) {
        break;
      }
      all += likelihood;
      atWork += likelihood * cores;
      if (likelihood > LARGE) {
        all /= likelihood;
        atWork /= likelihood;
        likelihood = 1;
      }
    }
    return atWork / all;
  }
}
