package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import io.amorsize.host.CpuScaling;
import java.util.List;

/** Does the clock stand where it will stand under load? */
final class CpuGovernor implements Check {

  private static final String BEST = "performance";

  @Override
  public String subject() {
    return "CPU governor";
  }

  @Override
  public FindingCode code() {
    return FindingCode.CPU_GOVERNOR;
  }

  @Override
  public Answer answer(Evidence evidence) {
    CpuScaling scaling = evidence.facts().cpu().scaling();
    if (scaling.governors().isEmpty()) {
      return Answer.unknown();
    }
    Amount value = Amount.words(String.join(", ", scaling.governors()));
    Amount bar = Amount.words(BEST);
    if (scaling.governors().equals(List.of(BEST))) {
      return Answer.pass(value, bar);
    }
    boolean fixedLow =
        scaling.governors().contains("powersave")
            && scaling.driver().filter(driver -> driver.contains("pstate")).isEmpty();
    return new Answer(
        fixedLow ? Outcome.WARNING : Outcome.NOTE,
        value,
        bar,
        (fixedLow
                ? "the CPU stays at its lowest clock"
                : "the clock follows the load, and short passes are timed at a lower one")
            + ": cpupower frequency-set -g performance");
  }
}
