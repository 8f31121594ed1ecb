package io.amorsize.jmh.interleaved;

import io.amorsize.statistics.SequentialDesign;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a session goes on.
 *
 * @param design the greatest number of pairs, and when a row may stop before
 * @param budget time after which no pair is begun; empty for as long as it takes
 * @param forkTimeout time after which a fork is killed, above 0
 */
public record SessionLimits(
    SequentialDesign design, Optional<Duration> budget, Duration forkTimeout) {

  /** Checks the times. */
  public SessionLimits {
    if (forkTimeout.isNegative() || forkTimeout.isZero()) {
      throw new IllegalArgumentException("forkTimeout must be above 0, is " + forkTimeout);
    }
    budget
        .filter(time -> time.isNegative() || time.isZero())
        .ifPresent(
            time -> {
              throw new IllegalArgumentException("budget must be above 0, is " + time);
            });
  }
}
