package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;

/** How long does a helping thread that waits take to come? */
final class WakeUp implements Check {

  /** A pass of 5 ms on two threads loses a tenth of its gain to a thread that comes so late. */
  private static final double MOST_NANOS = 500e3;

  @Override
  public String subject() {
    return "wake-up of a thread";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SLOW_WAKE_UP;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble nanos = evidence.pool().wakeNanos();
    return nanos.isEmpty()
        ? Answer.unknown()
        : Answer.atMost(
            Amount.nanos(nanos.getAsDouble()),
            Amount.nanos(MOST_NANOS),
            "only passes of many times that length gain from threads: look for a busy host or deep"
                + " sleep states of the CPU (cpupower idle-set -D 50)");
  }
}
