package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** May the best compiler work? */
final class CompilerLevel implements Check {

  private static final int BEST = 4;

  @Override
  public String subject() {
    return "compiler level";
  }

  @Override
  public FindingCode code() {
    return FindingCode.COMPILER_LIMITED;
  }

  @Override
  public Answer answer(Evidence evidence) {
    int level = level(evidence);
    return Answer.passIf(
        level >= BEST,
        Amount.count(level, "level").shownAs(Integer.toString(level)),
        Amount.count(BEST, "level").shownAs(BEST + " (C2)"),
        Outcome.ERROR,
        "what is measured is not what will run: leave out -XX:TieredStopAtLevel and -Xint");
  }

  private static int level(Evidence evidence) {
    String info = evidence.facts().vmInfo();
    if (info.contains("interpreted mode") || !evidence.flags().matching("-Xint").isEmpty()) {
      return 0;
    }
    // HotSpot's name for a JVM whose fast compiler alone may work.
    int told = info.contains("emulated-client") ? 1 : BEST;
    return Math.min(BEST, evidence.flags().number("TieredStopAtLevel").orElse(told));
  }
}
