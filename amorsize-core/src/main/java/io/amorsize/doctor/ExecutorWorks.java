package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Does the executor give the right results, in the order of the items? */
final class ExecutorWorks implements Check {

  @Override
  public String subject() {
    return "results of the executor";
  }

  @Override
  public FindingCode code() {
    return FindingCode.EXECUTOR_BROKEN;
  }

  @Override
  public Answer answer(Evidence evidence) {
    String fault = evidence.pool().fault().orElse("");
    return Answer.passIf(
        fault.isEmpty(),
        Amount.words(fault.isEmpty() ? ExecutorTrial.ITEMS + " of " + ExecutorTrial.ITEMS : fault),
        Amount.words("all right, in order"),
        Outcome.ERROR,
        "results of parallel runs cannot be trusted here: try another JDK, take away agents that"
            + " rewrite classes, and report it");
  }
}
