package io.amorsize.jmh.cli;

import io.amorsize.host.HostProbe;
import io.amorsize.host.HostProfile;

/** On what an evaluation was measured, in a sentence. */
final class ThisMachine {

  private ThisMachine() {}

  /**
   * The sentence.
   *
   * @param remark what else was going on, beginning with a comma; empty for nothing
   * @param seed of the evaluation
   */
  static String sentence(String remark, long seed) {
    HostProfile host = HostProbe.current();
    return host.cpuModel()
        + ", "
        + host.availableProcessors()
        + " processors"
        + remark
        + ", JDK "
        + host.jdkVersion()
        + ", seed "
        + seed
        + ".";
  }
}
