package io.amorsize.optimizer;

/**
 * What a function may take once it is compiled, by what it takes now.
 *
 * @param model the cost of what was seen
 * @param profile what was seen
 */
record OnceCompiled(CostModel model, SampleProfile profile) {

  /** What the interpreter may need to find an item, call a function and store its result. */
  private static final double INTERPRETED_CALL_NANOS = 1_000;

  /** The same on a slow machine, where hardly any of the code was compiled. */
  private static final double SLOW_INTERPRETED_CALL_NANOS = 1_800;

  /**
   * The same beside others. What takes so little where it is interpreted takes less than 1 us once
   * compiled, so that little is lost if such items are more than a call.
   */
  private static final double SLOW_CALL_BESIDE_OTHERS_NANOS = 5_000;

  /**
   * The same of the first hundred calls or so: of 21 plannings of items that take 13 ns once
   * compiled, five had run fewer and found 4 to 15 us, and the others at most 3.1.
   */
  private static final double FIRST_CALLS_BESIDE_OTHERS_NANOS = 16_000;

  static final int FIRST_CALLS = 100;

  /** The code of a loop over shorter items may be replaced by a faster one as planning ends. */
  private static final double SHORTEST_NANOS = 100;

  private static final double LEAST_SHORTEST_NANOS = 1_000_000;

  /** Compiled code may be so many times faster, and more where little was run at all. */
  private static final double COMPILED_FASTER = 20;

  private static final double COMPILED_MUCH_FASTER = 100;

  /** Beside others, a call of nothing may take as long as one of something. */
  private static final double COMPILED_MUCH_FASTER_BESIDE_OTHERS = 300;

  /** Tiny items that may take no longer than this together, once compiled, are left to a loop. */
  private static final double LEAST_COMPILED_NANOS = 300_000;

  /**
   * A pass that seems longer before it is compiled is taken to be as long as this: of fifteen
   * functions that had never run, passes seemed 0.3 to 20 times as long as they were. What two
   * threads are predicted to do of this lies in the middle of what they did of those.
   */
  private static final double MOST_UNKNOWN_NANOS = 10_000_000;

  /** Of so many items, chunks may hold hundreds at no loss. */
  private static final int MANY_ITEMS = 50_000;

  /** Nanoseconds that a pass of one thread may take once compiled, above 0. */
  double passNanos() {
    double nanos = model.serialNanos();
    return profile.settled() ? nanos : Math.min(nanos, MOST_UNKNOWN_NANOS);
  }

  /** The model of a function once it is compiled: calling an item then costs next to nothing. */
  CostModel estimate() {
    return isOnlyCalled() ? new CostModel(model.items(), itemNanos(), model.variation()) : model;
  }

  /**
   * The model that chunks are made by: a hundred items or so may not tell how short they are once
   * compiled, and chunks of a few would then cost more than their items.
   */
  CostModel ofChunks() {
    boolean unknown = !profile.settled() && isLittleRun() && model.items() >= MANY_ITEMS;
    return unknown ? new CostModel(model.items(), itemNanos(), model.variation()) : estimate();
  }

  /**
   * Whether the whole pass may take so little that threads would make it longer. Beside others that
   * holds for any number of the shortest items: of eighteen races of a million, fourteen were won
   * by less than 7 %, or lost.
   */
  boolean mayBeTiny() {
    if (profile.others() > 0 && estimate().itemNanos() < SHORTEST_NANOS) {
      return true;
    }
    boolean shortest = model.itemNanos() < SHORTEST_NANOS;
    return (shortest && model.serialNanos() < LEAST_SHORTEST_NANOS)
        || (isOnlyCalled() && model.items() * itemNanos() < LEAST_COMPILED_NANOS);
  }

  /** Whether to call the function may be all that took time so far. */
  private boolean isOnlyCalled() {
    return !profile.settled() && profile.itemNanos() < interpretedCallNanos();
  }

  private double interpretedCallNanos() {
    if (!isLittleRun()) {
      // Beside others the compiler may be waiting for a core.
      return profile.others() > 0 ? SLOW_INTERPRETED_CALL_NANOS : INTERPRETED_CALL_NANOS;
    }
    if (profile.others() == 0) {
      return SLOW_INTERPRETED_CALL_NANOS;
    }
    return profile.items() < FIRST_CALLS
        ? FIRST_CALLS_BESIDE_OTHERS_NANOS
        : SLOW_CALL_BESIDE_OTHERS_NANOS;
  }

  private boolean isLittleRun() {
    return profile.items() < SettleRule.LITTLE_RUN_ITEMS;
  }

  private double itemNanos() {
    if (!isLittleRun()) {
      return profile.itemNanos() / COMPILED_FASTER;
    }
    return profile.itemNanos()
        / (profile.others() > 0 ? COMPILED_MUCH_FASTER_BESIDE_OTHERS : COMPILED_MUCH_FASTER);
  }
}
