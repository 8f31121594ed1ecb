package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Has the JVM a second processor at all? */
final class ProcessorCount implements Check {

  private static final int FEWEST = 2;

  @Override
  public String subject() {
    return "processors of this JVM";
  }

  @Override
  public FindingCode code() {
    return FindingCode.ONE_PROCESSOR;
  }

  @Override
  public Answer answer(Evidence evidence) {
    int available = evidence.profile().availableProcessors();
    int all = evidence.profile().logicalCores();
    return Answer.passIf(
        available >= FEWEST,
        Amount.count(available, "processors")
            .shownAs(available + " of " + Math.max(all, available)),
        Amount.count(FEWEST, "processors").shownAs("at least " + FEWEST),
        Outcome.ERROR,
        "no plan that computes can gain anything on one: give the process or the machine more,"
            + " and look for taskset, a cpuset, a CPU limit or -XX:ActiveProcessorCount");
  }
}
