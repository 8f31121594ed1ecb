package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalLong;

/** Is there memory for a measuring JVM beside this one? */
final class AvailableMemory implements Check {

  /** A fork of the suite has a heap of 512 MB, and as much again for itself in the worst case. */
  private static final double LEAST_BYTES = 1e9;

  @Override
  public String subject() {
    return "available memory";
  }

  @Override
  public FindingCode code() {
    return FindingCode.LOW_MEMORY;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalLong bytes = evidence.facts().memory().availableBytes();
    return bytes.isEmpty()
        ? Answer.unknown()
        : Answer.atLeast(
            Amount.bytes(bytes.getAsLong()),
            Amount.bytes(LEAST_BYTES),
            "forks may be killed or swapped out: stop other programs, raise the memory limit, or give"
                + " the forks a smaller heap (--jvm-args)");
  }
}
