package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalLong;

/** Was this process stopped for having used up its quota, while it was looked at? */
final class Throttling implements Check {

  @Override
  public String subject() {
    return "stopped by the quota";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_THROTTLED;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalLong periods = evidence.activity().throttledPeriods();
    return periods.isEmpty()
        ? Answer.unknown()
        : Answer.atMost(
            Amount.count(periods.getAsLong(), "times"),
            Amount.count(0, "times"),
            "the control group used up its CPU quota: raise the limit, or stop what shares it");
  }
}
