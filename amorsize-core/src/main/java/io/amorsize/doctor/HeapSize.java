package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Is the heap large enough that collections are rare? */
final class HeapSize implements Check {

  /** Half of the heap that the suite gives to its forks. */
  private static final double LEAST_BYTES = 256e6;

  @Override
  public String subject() {
    return "largest heap";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SMALL_HEAP;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.atLeast(
        Amount.bytes(evidence.profile().maxHeapBytes()),
        Amount.bytes(LEAST_BYTES),
        "collections fall into what is measured: raise -Xmx");
  }
}
