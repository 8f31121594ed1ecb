package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Do other processes leave the CPUs to this one? */
final class OtherProcesses implements Check {

  /** Ticks of 10 ms over a look of some tenths of a second tell no less. */
  private static final double MOST = 0.5;

  @Override
  public String subject() {
    return "other processes now";
  }

  @Override
  public FindingCode code() {
    return FindingCode.BUSY_HOST;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble others = evidence.activity().othersCores();
    OptionalInt online = evidence.facts().cpu().online();
    if (others.isEmpty() || online.isEmpty()) {
      return Answer.unknown();
    }
    int ours = evidence.profile().availableProcessors();
    int spare = Math.max(0, online.getAsInt() - ours);
    double found = others.getAsDouble();
    Amount bar = Amount.cores(spare + MOST);
    double mostUsable = spare + (1 - EffectiveParallelism.LEAST_USABLE_SHARE) * ours;
    return Answer.passIf(
        found <= spare + MOST,
        Amount.cores(found),
        bar.shownAs("at most " + bar.text()),
        found > mostUsable ? Outcome.ERROR : Outcome.WARNING,
        "other processes compete for the CPUs: find them with top, and stop them while you"
            + " measure");
  }
}
