package io.amorsize.jmh.architecture.planted.other;

import io.amorsize.jmh.architecture.planted.statistics.ReachesOut;

/** The other half of a cycle. */
public final class ReachesBack {

  /** Uses the class that uses this one. */
  public String name() {
    return ReachesOut.class.getName();
  }
}
