package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalDouble;

/** How long does the first helping thread take to come? */
final class PoolStart implements Check {

  /** Ten times what a first call takes on an idle machine, most of it to load classes. */
  private static final double MOST_NANOS = 50e6;

  @Override
  public String subject() {
    return "start of the pool";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SLOW_POOL_START;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble nanos = evidence.pool().startNanos();
    if (nanos.isPresent()) {
      return Answer.atMost(
          Amount.nanos(nanos.getAsDouble()),
          Amount.nanos(MOST_NANOS),
          "the first parallel call is held up: let the process make one before what counts, and look"
              + " for a busy host");
    }
    return evidence.profile().availableProcessors() < 2
        ? Answer.unknown()
        : new Answer(
            Outcome.ERROR,
            Amount.words("no thread came"),
            Amount.nanos(MOST_NANOS).shownAs("at most " + Amount.nanos(MOST_NANOS).text()),
            "everything runs on one thread: look at the limits on processes and threads (ulimit -u,"
                + " pids.max)");
  }
}
