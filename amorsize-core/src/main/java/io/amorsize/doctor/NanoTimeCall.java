package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** What does it cost to look at the clock? */
final class NanoTimeCall implements Check {

  /** A counter of the CPU answers in some 25 ns, a call into the kernel takes more than this. */
  private static final double MOST_NANOS = 200;

  @Override
  public String subject() {
    return "call of nanoTime";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SLOW_TIMER;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.atMost(
        Amount.nanos(evidence.clocks().callNanos()),
        Amount.nanos(MOST_NANOS),
        "looking at the clock takes time from what is timed: on Linux set the clock source to tsc"
            + " (hpet and acpi_pm ask the chip set), and look for -Xint");
  }
}
