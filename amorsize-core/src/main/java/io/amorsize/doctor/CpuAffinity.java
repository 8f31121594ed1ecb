package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalInt;

/** Does the affinity leave this process a second CPU, where the machine has one? */
final class CpuAffinity implements Check {

  private static final int FEWEST = 2;

  @Override
  public String subject() {
    return "CPU affinity";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_AFFINITY;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalInt allowed = evidence.facts().cpu().allowed();
    OptionalInt online = evidence.facts().cpu().online();
    if (allowed.isEmpty() || online.isEmpty()) {
      return Answer.unknown();
    }
    int fewest = Math.min(FEWEST, online.getAsInt());
    Amount value =
        Amount.count(allowed.getAsInt(), "CPUs")
            .shownAs(allowed.getAsInt() + " of " + online.getAsInt() + " CPUs");
    Amount bar = Amount.count(fewest, "CPUs").shownAs("at least " + fewest);
    if (allowed.getAsInt() < fewest) {
      return new Answer(
          Outcome.ERROR,
          value,
          bar,
          "all threads share that CPU: start the process without taskset, or widen its cpuset");
    }
    return allowed.getAsInt() < online.getAsInt()
        ? Answer.note(
            value, bar, "the process is pinned to a part of the machine; plans are for that part")
        : Answer.pass(value, bar);
  }
}
