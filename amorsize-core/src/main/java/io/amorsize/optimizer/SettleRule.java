package io.amorsize.optimizer;

/** Tells whether the timings of a function have settled under the JIT compiler. */
final class SettleRule {

  /** Of items so short the code that calls them must be compiled before a pilot tells anything. */
  private static final double TINY_NANOS = 1_000;

  /** On a slow machine, items that take so long may be as short: some more calls tell. */
  private static final double SHORT_NANOS = 2_500;

  /** What was called less often may be interpreted. */
  static final int LITTLE_RUN_ITEMS = 2_000;

  /**
   * The loop around items so short is what takes the time, and its code is replaced a last time
   * after some 40 000 of them (Tier4BackEdgeThreshold of HotSpot); before, its timings agree too.
   */
  private static final double SHORTEST_NANOS = 200;

  private static final int CALLS_OF_COMPILED_LOOPS = 60_000;

  /**
   * Interpreted calls may agree for milliseconds while the compiler waits for a core: of 170
   * plannings of items that take some nanoseconds once compiled, seven saw three windows of 250 to
   * 630 ns that did. None of those had called the function so often by the end of its sample.
   */
  private static final int CALLS_OF_COMPILED_ITEMS = 10_000;

  /** Noise on the time of short items that were compiled before they were sampled. */
  private static final double STEADY_WITHIN = 1.25;

  private final LatestWindows latest;
  private final OthersCounts others;

  /** A rule for what is added to these. */
  SettleRule(LatestWindows latest, OthersCounts others) {
    this.latest = latest;
    this.others = others;
  }

  /**
   * Whether items are so short that the code that calls them must be compiled too, or may be once
   * they are.
   *
   * @param calls calls of the function so far, at least 1
   * @param itemNanos time of an item as it is now
   */
  boolean mayBeTiny(int calls, double itemNanos) {
    boolean mayBeInterpreted = itemNanos < SHORT_NANOS && calls < LITTLE_RUN_ITEMS;
    return mayBeInterpreted || itemNanos < TINY_NANOS;
  }

  /**
   * Whether the latest windows agree, of a function called often enough for that to say something.
   *
   * @param calls calls of the function so far, at least 1
   * @param windowNanos time that a window should take
   */
  boolean haveSettled(int calls, double windowNanos) {
    return latest.leastItemNanos() >= shortestNanos(calls) && latest.agree(windowNanos);
  }

  /** Of shorter items, what the latest windows agree on is not yet what they take. */
  private double shortestNanos(int calls) {
    if (calls < CALLS_OF_COMPILED_ITEMS) {
      return Math.max(TINY_NANOS, compiledLoopNanos());
    }
    return calls < CALLS_OF_COMPILED_LOOPS ? compiledLoopNanos() : 0;
  }

  /** Beside others the compiler may be waiting for a core, and interpreted calls agree. */
  private double compiledLoopNanos() {
    return others.number() > 0 ? SHORT_NANOS : SHORTEST_NANOS;
  }

  /**
   * Whether short items never took longer, so that they are taken to be compiled for long.
   *
   * @param slowestItemNanos time of an item in the slowest of all windows
   * @param windowNanos time that a window should take
   */
  boolean areSteady(double slowestItemNanos, double windowNanos) {
    return latest.leastItemNanos() >= compiledLoopNanos()
        && slowestItemNanos <= STEADY_WITHIN * latest.leastItemNanos()
        && latest.agree(windowNanos);
  }
}
