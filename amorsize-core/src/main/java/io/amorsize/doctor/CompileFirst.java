package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Does code run before it is compiled, so that the compiler knows its profile? */
final class CompileFirst implements Check {

  @Override
  public String subject() {
    return "compiled before it runs";
  }

  @Override
  public FindingCode code() {
    return FindingCode.COMPILE_FIRST;
  }

  @Override
  public Answer answer(Evidence evidence) {
    boolean first =
        evidence.facts().vmInfo().contains("compiled mode")
            || !evidence.flags().matching("-Xcomp").isEmpty();
    return Answer.passIf(
        !first,
        Amount.words(first ? "yes" : "no"),
        Amount.words("no"),
        Outcome.WARNING,
        "the compiler works without a profile, and start takes long: leave out -Xcomp");
  }
}
