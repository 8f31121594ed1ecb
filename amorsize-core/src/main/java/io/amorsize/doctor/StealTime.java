package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;

/** Did the hypervisor give our time to other machines? */
final class StealTime implements Check {

  /** The smallest change that a comparison of JMH rows counts is 3 %. */
  private static final double MOST = 0.03;

  @Override
  public String subject() {
    return "time stolen";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_STEAL;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble stolen = evidence.activity().stolenShare();
    return stolen.isEmpty()
        ? Answer.unknown()
        : Answer.atMost(
            Amount.share(stolen.getAsDouble()),
            Amount.share(MOST),
            "the hypervisor ran other machines meanwhile: measure at another hour, or on a machine"
                + " with cores of its own");
  }
}
