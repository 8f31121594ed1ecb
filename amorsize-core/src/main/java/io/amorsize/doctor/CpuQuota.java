package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;

/** Is there CPU time for all processors that the JVM counts? It rounds a quota up. */
final class CpuQuota implements Check {

  @Override
  public String subject() {
    return "CPU quota";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_QUOTA;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble quota = evidence.facts().cpu().quotaCores();
    if (quota.isEmpty()) {
      return Answer.unknown();
    }
    Amount bar = Amount.cores(evidence.profile().availableProcessors());
    if (Double.isInfinite(quota.getAsDouble())) {
      return Answer.pass(Amount.words("none"), bar.shownAs("at least " + bar.text()));
    }
    return Answer.atLeast(
        Amount.cores(quota.getAsDouble()),
        bar,
        "threads on all processors are stopped for a part of each period: raise the CPU limit to a"
            + " whole number of cores, or lower -XX:ActiveProcessorCount");
  }
}
