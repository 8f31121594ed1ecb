package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import io.amorsize.host.HostFacts;

/** Are there as many cores as processors, or are some of them threads of one core (SMT)? */
final class CoresBehindProcessors implements Check {

  private static final int FEWEST = 2;

  @Override
  public String subject() {
    return "cores behind processors";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SMT;
  }

  @Override
  public Answer answer(Evidence evidence) {
    int processors = evidence.profile().availableProcessors();
    int cores = cores(evidence.facts());
    Amount value = Amount.cores(cores).shownAs(cores + (cores == 1 ? " core" : " cores"));
    Amount bar = Amount.cores(processors).shownAs("one for each of " + processors);
    if (cores >= processors) {
      return Answer.pass(value, bar);
    }
    return cores < FEWEST
        ? new Answer(
            Outcome.WARNING,
            value,
            bar,
            "two threads of one core gain little: let the process run on CPUs of several cores")
        : Answer.note(
            value,
            bar,
            "threads beyond the cores gain a third or so, not a whole core, and timings vary more;"
                + " switch SMT off where they must not");
  }

  /** Physical cores that the process may use. */
  static int cores(HostFacts facts) {
    return facts.cpu().allowedCores().orElse(facts.profile().physicalCores());
  }
}
