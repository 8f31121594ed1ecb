package io.amorsize.jmh.interleaved;

import java.time.Duration;
import java.util.List;

/** Adds up what a session took, and what a fixed number of forks would have taken. */
final class SessionCost {

  /** JMH's own number of forks. */
  private static final int FORKS = 5;

  /** JMH's own 5 warm-up and 5 measured iterations of 10 s. */
  private static final Duration DEFAULT_FORK = Duration.ofSeconds(100);

  private SessionCost() {}

  static SessionOutcome.Cost of(List<UnitState> units) {
    int forks = 0;
    Duration elapsed = Duration.ZERO;
    Duration planning = Duration.ZERO;
    Duration fixed = Duration.ZERO;
    long rows = 0;
    for (UnitState unit : units) {
      forks += 2 * unit.pairs();
      elapsed = elapsed.plus(unit.elapsed());
      planning = planning.plus(unit.plan().map(UnitPlan::cost).orElse(Duration.ZERO));
      fixed = fixed.plus(unit.meanPair().orElse(Duration.ZERO).multipliedBy(FORKS));
      rows += unit.rows(SessionSide.BASE).size();
    }
    Duration defaults = DEFAULT_FORK.multipliedBy(2 * FORKS * rows);
    return new SessionOutcome.Cost(forks, elapsed, planning, fixed, defaults);
  }
}
