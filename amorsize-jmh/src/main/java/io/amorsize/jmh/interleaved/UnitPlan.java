package io.amorsize.jmh.interleaved;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a unit is measured, found before its first pair.
 *
 * @param iterations of each fork
 * @param settled whether the pilot saw the end of the warm-up
 * @param cost time that finding it took
 */
record UnitPlan(ForkIterations iterations, boolean settled, Duration cost) {

  /** The plan that suits both sides: the longer warm-up, and no more iterations than the slower. */
  UnitPlan forBoth(UnitPlan other) {
    ForkIterations theirs = other.iterations;
    ForkIterations both =
        new ForkIterations(
            larger(iterations.warmup(), theirs.warmup()),
            smaller(iterations.measured(), theirs.measured()),
            iterations.time());
    return new UnitPlan(both, settled && other.settled, cost.plus(other.cost));
  }

  private static OptionalInt larger(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
        : one;
  }

  private static OptionalInt smaller(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
        : one;
  }
}
