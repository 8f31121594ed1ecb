package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import io.amorsize.ruler.RulerReading;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/** How many cores did fixed work on all of them get? */
final class EffectiveParallelism implements Check {

  /** Turbo clocks and the shared cache cost a few percent even on an idle machine. */
  private static final double LEAST_SHARE = 0.9;

  /** With fewer, a plan made for all cores is predicted with less than 75 % accuracy. */
  static final double LEAST_USABLE_SHARE = 0.75;

  @Override
  public String subject() {
    return "effective parallelism";
  }

  @Override
  public FindingCode code() {
    return FindingCode.MISSING_CORES;
  }

  @Override
  public Answer answer(Evidence evidence) {
    List<RulerReading> rulers = evidence.rulers();
    if (rulers.isEmpty()) {
      return Answer.unknown();
    }
    int threads = rulers.get(0).threads();
    double[] each = rulers.stream().mapToDouble(RulerReading::parallelism).toArray();
    double found = Median.withDefaults().evaluate(each);
    Amount bar = Amount.cores(LEAST_SHARE * threads);
    return Answer.passIf(
        found >= LEAST_SHARE * threads,
        Amount.cores(found),
        bar.shownAs("at least " + bar.text()),
        found < LEAST_USABLE_SHARE * threads ? Outcome.ERROR : Outcome.WARNING,
        "fixed work on "
            + threads
            + " cores got no more: stop what else runs, or ask whether the machine's virtual cores"
            + " are shared; no plan can be faster");
  }
}
