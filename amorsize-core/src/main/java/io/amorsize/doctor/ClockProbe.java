package io.amorsize.doctor;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.descriptive.Median;

/** Looks at the clocks of this JVM. */
final class ClockProbe {

  private static final int BATCHES = 15;
  private static final int CALLS_PER_BATCH = 1000;

  /** A clock of the slowest kind (Windows, 15.6 ms) makes so many steps in a tenth of a second. */
  private static final int STEPS = 5;

  /** Enough for a step of any clock, and an end for one that stands still. */
  private static final int MOST_CALLS = 20_000_000;

  private static final long PATIENCE_NANOS = 100_000_000;

  private final LongSupplier nanoClock;
  private final LongSupplier cpuClock;

  /**
   * A probe of two clocks.
   *
   * @param nanoClock the clock that measures
   * @param cpuClock CPU time of the calling thread in nanoseconds, or below 0 where there is none
   */
  ClockProbe(LongSupplier nanoClock, LongSupplier cpuClock) {
    this.nanoClock = nanoClock;
    this.cpuClock = cpuClock;
  }

  ClockReading read() {
    double callNanos = callNanos();
    return new ClockReading(stepNanos(nanoClock), callNanos, cpuStepNanos());
  }

  /** The median over batches, so that a batch that was interrupted does not count. */
  private double callNanos() {
    double[] batches = new double[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      long start = nanoClock.getAsLong();
      long last = start;
      for (int call = 0; call < CALLS_PER_BATCH; call++) {
        last = nanoClock.getAsLong();
      }
      batches[batch] = Math.max(0, (double) (last - start) / CALLS_PER_BATCH);
    }
    return Median.withDefaults().evaluate(batches);
  }

  private OptionalDouble cpuStepNanos() {
    return cpuClock.getAsLong() < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(stepNanos(cpuClock));
  }

  /** The smallest of some steps; where the clock does not move in time, the time it was given. */
  private double stepNanos(LongSupplier clock) {
    long start = nanoClock.getAsLong();
    long smallest = Long.MAX_VALUE;
    long before = clock.getAsLong();
    int steps = 0;
    for (int call = 0; call < MOST_CALLS && steps < STEPS; call++) {
      long now = clock.getAsLong();
      if (now > before) {
        smallest = Math.min(smallest, now - before);
        steps++;
      } else if (nanoClock.getAsLong() - start > PATIENCE_NANOS) {
        break;
      }
      before = now;
    }
    return steps > 0 ? smallest : Math.max(PATIENCE_NANOS, nanoClock.getAsLong() - start);
  }
}
