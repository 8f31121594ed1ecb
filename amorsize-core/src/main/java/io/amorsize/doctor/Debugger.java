package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.List;

/** Can a debugger attach? */
final class Debugger implements Check {

  @Override
  public String subject() {
    return "debugger";
  }

  @Override
  public FindingCode code() {
    return FindingCode.DEBUGGER_ATTACHED;
  }

  @Override
  public Answer answer(Evidence evidence) {
    boolean loaded = !evidence.flags().matching("-agentlib:jdwp.*|-Xrunjdwp.*").isEmpty();
    return Answer.none(
        loaded ? List.of("jdwp") : List.of(),
        Outcome.WARNING,
        "a JVM that can be debugged leaves out optimizations: start it with Run, not with Debug, and"
            + " without jdwp");
  }
}
