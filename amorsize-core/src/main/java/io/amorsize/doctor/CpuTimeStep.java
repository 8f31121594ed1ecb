package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;

/** Can CPU time be told from waiting? */
final class CpuTimeStep implements Check {

  /** Less than half of the shortest window that planning times. */
  private static final double MOST_NANOS = 100e3;

  @Override
  public String subject() {
    return "step of thread CPU time";
  }

  @Override
  public FindingCode code() {
    return FindingCode.COARSE_CPU_TIME;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble nanos = evidence.clocks().cpuStepNanos();
    return nanos.isEmpty()
        ? Answer.unknown()
        : Answer.atMost(
            Amount.nanos(nanos.getAsDouble()),
            Amount.nanos(MOST_NANOS),
            "short items that compute look like ones that wait: plan lists whose items take longer,"
                + " or set the workload's type");
  }
}
