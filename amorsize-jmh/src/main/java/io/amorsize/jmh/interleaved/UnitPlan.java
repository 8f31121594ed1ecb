package io.amorsize.jmh.interleaved;

import static java.util.Objects.requireNonNull;

import io.amorsize.warmup.PilotWarmup;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a unit is measured, found before its first pair.
 *
 * @param iterations of each fork
 * @param pilot what a pilot chose; empty where the warm-up is the user's or the benchmark's own
 * @param cost time that finding it took
 */
record UnitPlan(ForkIterations iterations, Optional<PilotWarmup> pilot, Duration cost) {

  /** Checks that nothing is null. */
  UnitPlan {
    requireNonNull(iterations, "iterations is null");
    requireNonNull(pilot, "pilot is null");
    requireNonNull(cost, "cost is null");
  }

  /** The plan that suits both sides: the longer warm-up, and no more iterations than the slower. */
  UnitPlan forBoth(UnitPlan other) {
    ForkIterations theirs = other.iterations;
    ForkIterations both =
        new ForkIterations(
            larger(iterations.warmup(), theirs.warmup()),
            smaller(iterations.measured(), theirs.measured()),
            iterations.time());
    Optional<PilotWarmup> longer =
        pilot.flatMap(mine -> other.pilot.map(mine::and)).or(() -> pilot.or(() -> other.pilot));
    return new UnitPlan(both, longer, cost.plus(other.cost));
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
