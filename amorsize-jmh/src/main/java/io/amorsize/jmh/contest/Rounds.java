package io.amorsize.jmh.contest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Rounds in which every contestant runs once, in random order, so that what the host does at a
 * moment meets them all alike.
 */
final class Rounds {

  /** Shorter passes are timed several at once: this is 1000 times what reading the clock costs. */
  private static final double LEAST_TIMED_NANOS = 1_000_000;

  /** A pass of the fastest contestants may be repeated so often. */
  private static final int MOST_PASSES = 500;

  private final LongSupplier nanoClock;
  private final Random random;
  private Object last;

  Rounds(LongSupplier nanoClock, long seed) {
    this.nanoClock = nanoClock;
    this.random = new Random(seed);
  }

  /**
   * Runs rounds until a time is over.
   *
   * @param contestants all of them, with different names
   * @param budgetNanos the time
   * @param least rounds that are run in any case
   * @param most rounds that are enough
   * @return nanoseconds of a pass, one number for each round, by name
   */
  Map<String, List<Double>> run(
      List<Contestant> contestants, double budgetNanos, int least, int most) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<String, Integer> passes = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      nanos(contestant, 1);
      double once = nanos(contestant, 1);
      passes.put(
          contestant.name(),
          (int) Math.max(1, Math.min(MOST_PASSES, Math.ceil(LEAST_TIMED_NANOS / once))));
      times.put(contestant.name(), new ArrayList<>());
    }
    long start = nanoClock.getAsLong();
    for (int round = 0; round < most; round++) {
      if (round >= least && nanoClock.getAsLong() - start >= budgetNanos) {
        break;
      }
      List<Contestant> order = new ArrayList<>(contestants);
      Collections.shuffle(order, random);
      for (Contestant contestant : order) {
        times.get(contestant.name()).add(nanos(contestant, passes.get(contestant.name())));
      }
    }
    return times;
  }

  /** What the last pass returned. */
  Object last() {
    return last;
  }

  private double nanos(Contestant contestant, int passes) {
    long start = nanoClock.getAsLong();
    for (int pass = 0; pass < passes; pass++) {
      last = contestant.pass().get();
    }
    return Math.max(1, (nanoClock.getAsLong() - start) / (double) passes);
  }
}
