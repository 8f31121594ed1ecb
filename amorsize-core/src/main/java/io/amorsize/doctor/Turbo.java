package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.Optional;

/** Does the clock depend on how many cores work? */
final class Turbo implements Check {

  @Override
  public String subject() {
    return "turbo clock";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_TURBO;
  }

  @Override
  public Answer answer(Evidence evidence) {
    Optional<Boolean> turbo = evidence.facts().cpu().scaling().turbo();
    if (turbo.isEmpty()) {
      return Answer.unknown();
    }
    Amount bar = Amount.words("off");
    return turbo.get()
        ? Answer.note(
            Amount.words("on"),
            bar,
            "one busy core clocks higher than all of them, so speedups stay below the number of"
                + " cores; switch it off where timings must repeat")
        : Answer.pass(bar, bar);
  }
}
