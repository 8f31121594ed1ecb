package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** What is the shortest time that the clock can tell? */
final class NanoTimeStep implements Check {

  /** A window of 0.25 ms, the shortest that planning times, to half a percent. */
  private static final double MOST_NANOS = 1e3;

  @Override
  public String subject() {
    return "step of nanoTime";
  }

  @Override
  public FindingCode code() {
    return FindingCode.COARSE_TIMER;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.atMost(
        Amount.nanos(evidence.clocks().stepNanos()),
        Amount.nanos(MOST_NANOS),
        "short items are timed in steps: on Linux set the clock source to tsc"
            + " (/sys/devices/system/clocksource/clocksource0), or use another machine type");
  }
}
