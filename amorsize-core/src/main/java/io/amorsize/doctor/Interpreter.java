package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Is code compiled at all? */
final class Interpreter implements Check {

  @Override
  public String subject() {
    return "JIT compiler";
  }

  @Override
  public FindingCode code() {
    return FindingCode.INTERPRETER_ONLY;
  }

  @Override
  public Answer answer(Evidence evidence) {
    boolean interprets =
        evidence.facts().vmInfo().contains("interpreted mode")
            || !evidence.flags().matching("-Xint").isEmpty();
    return Answer.passIf(
        !interprets,
        Amount.words(interprets ? "interprets only" : "compiles"),
        Amount.words("compiles"),
        Outcome.ERROR,
        "code runs some 20 times slower than it will: leave out -Xint, or use a JDK with a compiler");
  }
}
