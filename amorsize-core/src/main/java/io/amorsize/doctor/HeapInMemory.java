package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalLong;

/** Does the largest heap fit into the memory that the process may have? */
final class HeapInMemory implements Check {

  /** Code, threads, and the collector's own data live outside the heap. */
  private static final double MOST_SHARE = 0.8;

  @Override
  public String subject() {
    return "heap within memory";
  }

  @Override
  public FindingCode code() {
    return FindingCode.HEAP_ABOVE_MEMORY;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalLong limit = evidence.facts().memory().limitBytes();
    if (limit.isEmpty()) {
      return Answer.unknown();
    }
    double bar = MOST_SHARE * limit.getAsLong();
    return Answer.atMost(
        Amount.bytes(evidence.profile().maxHeapBytes()),
        Amount.bytes(bar),
        "a full heap is swapped out or ends in a kill: lower -Xmx, or raise the memory limit");
  }
}
