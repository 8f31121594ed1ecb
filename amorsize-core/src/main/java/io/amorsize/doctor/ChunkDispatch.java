package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** What does one more chunk cost? */
final class ChunkDispatch implements Check {

  /** Plans take chunks of 100 us and more where they can; this is 2 % of that. */
  private static final double MOST_NANOS = 2e3;

  @Override
  public String subject() {
    return "dispatch of a chunk";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SLOW_DISPATCH;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.atMost(
        Amount.nanos(evidence.pool().chunkNanos()),
        Amount.nanos(MOST_NANOS),
        "small chunks do not pay here: look for -Xint, a debugger, an agent or a busy host");
  }
}
