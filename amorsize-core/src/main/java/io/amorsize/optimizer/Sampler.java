package io.amorsize.optimizer;

/**
 * Runs parts of the work on the calling thread until timings have settled under the JIT compiler,
 * or until its share of the planning budget is used.
 */
final class Sampler {

  /** A shorter window tells nothing: this is 10 000 times the resolution of the clock. */
  private static final double LEAST_WINDOW_NANOS = 250_000;

  private static final double MOST_WINDOW_NANOS = 10_000_000;

  /** A window takes at least this share of the budget, so that more time is used to know more. */
  private static final double WINDOW_SHARE_OF_BUDGET = 0.03;

  /**
   * A run that is to fill a window is planned for so much of it, and for so many times the last.
   */
  private static final double FILLED = 0.9;

  private static final int MOST_GROWTH = 4;

  /** The other part of the budget is for the pilot. */
  private static final double SHARE_OF_BUDGET = 0.45;

  /**
   * Tiny items have more; and so has code beside others, where further counts tell what is only
   * there for a moment.
   */
  private static final double SHARE_OF_MORE = 0.6;

  /** Less of them in all than this will be left to a loop, unless they prove to be longer. */
  private static final double MANY_TINY_NANOS = 50_000_000;

  /** Whatever has no pilot unless it settles has most: those, and items that leave no time. */
  private static final double SHARE_WITHOUT_PILOT = 0.85;

  /**
   * What runs for so long is compiled by then; before, its time says less of the whole work's,
   * which may be a hundredth of it once compiled.
   */
  private static final double COMPILED_AFTER_NANOS = 20_000_000;

  /** How much it says at least where the compiler has done nothing: it may be at something long. */
  private static final double LEAST_KNOWN_OF_STILL = 0.5;

  /** Of so many items, two take a tenth of the whole work, half of what planning may take. */
  static final int MANY_ITEMS = 20;

  private final Trial trial;
  private final PlanningBudget budget;
  private final PlanningHost host;
  private final OthersCounts others;
  private final LatestWindows latest = new LatestWindows();
  private final SettleRule rule;
  private int itemsRun;
  private long switches;
  private double firstNanos;
  private double ranNanos;
  private double slowestItemNanos;

  /** The least that an item of a mixture took before any window. */
  private double untimedItemNanos = Double.POSITIVE_INFINITY;

  Sampler(Trial trial, PlanningBudget budget, PlanningHost host) {
    this.trial = trial;
    this.budget = budget;
    this.host = host;
    this.others = new OthersCounts(host.others());
    this.rule = new SettleRule(latest, others);
  }

  SampleProfile sample() {
    // The first reading of a meter loads its classes.
    trial.threadClock();
    switches = trial.switches();
    trial.allocatedBytes();
    // The first call of a function may load classes and fill caches; it is nobody's typical item,
    // unless items are so large that there is no time for another, or wait as long as the next.
    SampleWindow first = window(1, 0);
    firstNanos = first.wallNanos();
    budget.beginAfterFirstItem();
    boolean isLong = firstNanos > SHARE_OF_BUDGET * budget.limitNanos();
    boolean isWait = !isLong && LatestWindows.isLongWait(first);
    if (isLong || isWait) {
      add(first);
    }
    int count = firstNanos >= windowNanos() / 2 ? 1 : untimed();
    boolean settled = false;
    while (!settled
        && (latest.isEmpty()
            || isOneOfMany(first)
            || isOneWait(first)
            || areFirstCalls()
            || affordable())) {
      SampleWindow window = window(count, windowNanos());
      remember(window);
      if (window.wallNanos() < windowNanos()) {
        count = grown(count, window.wallNanos());
      }
      settled = rule.haveSettled(itemsRun, windowNanos());
      if (!settled && isWait) {
        latest.drop(first);
        isWait = false;
      }
    }
    settled = settled || rule.areSteady(slowestItemNanos, windowNanos());
    while (!(isLate() ? others.agree() : others.areLikely())) {
      others.count();
    }
    budget.stepsAreLate(others.number() > 0);
    return profile(first, settled);
  }

  private boolean isLate() {
    return budget.leftNanos() <= 0;
  }

  /** Asks for how often the thread gave its core away where that may be what took time. */
  private SampleWindow window(int count, double leastNanos) {
    SampleWindow window = SampleWindow.take(trial, budget::totalNanos, count, leastNanos);
    if (switches < 0) {
      return window;
    }
    if (!window.wasInterrupted()) {
      return window.switched(0);
    }
    long before = switches;
    switches = trial.switches();
    return window.switched(switches - before);
  }

  /** A second call of many, however long, is a small part of what planning may then take. */
  private boolean isOneOfMany(SampleWindow first) {
    return latest.isOnly(first) && trial.items() >= MANY_ITEMS;
  }

  /**
   * Whether so few calls were made that what they took may be that of any first ones. Further ones
   * cost little where these do, and the time may be over only since the host kept the core.
   */
  private boolean areFirstCalls() {
    return itemsRun < OnceCompiled.FIRST_CALLS
        && itemsRun < trial.items()
        && latest.last().wallNanos() < windowNanos();
  }

  /**
   * A call that waited did so for classes or for a core, or will do so each time: another one
   * tells, and is a small part of many.
   */
  private boolean isOneWait(SampleWindow first) {
    boolean firstOnly = latest.isOnly(first) && first.hasLeftItsCore();
    return (firstOnly && firstNanos < budget.allowedNanos())
        || (latest.isOneWaitAfter(first)
            && (trial.items() >= MANY_ITEMS
                || budget.spentNanos() + latest.last().wallNanos() <= budget.limitNanos()));
  }

  /**
   * Runs more and more items until they fill a window, and returns their number. Nothing but the
   * wall's clock is read: what a window reads takes as long as some of these runs.
   */
  private int untimed() {
    int count = 1;
    SerialReading run = trial.serial(1);
    itemsRun++;
    while (run.wallNanos() < windowNanos() / 2 && count < trial.items() && isEarly()) {
      count = grown(count, run.wallNanos());
      run = trial.serial(count);
      itemsRun += count;
      if (count >= SpreadOrder.LEAST_BLOCKS) {
        untimedItemNanos = Math.min(untimedItemNanos, run.wallNanos() / count);
      }
    }
    return count;
  }

  /** So many that they may fill a window, or more, where these did not. */
  private int grown(int count, double wallNanos) {
    double fills = FILLED * windowNanos() / wallNanos;
    return (int) Math.min(trial.items(), count * Math.max(2, Math.min(MOST_GROWTH, fills)));
  }

  private boolean isEarly() {
    return budget.spentNanos() < SHARE_OF_BUDGET / 2 * budget.limitNanos();
  }

  /** Grows with the work, so that more of it is known where there is more to be won. */
  private double windowNanos() {
    double share = WINDOW_SHARE_OF_BUDGET * budget.limitNanos();
    return Math.max(LEAST_WINDOW_NANOS, Math.min(MOST_WINDOW_NANOS, share));
  }

  private void add(SampleWindow window) {
    itemsRun += window.items();
    latest.add(window, host.compiledMillis().getAsLong());
    if (!others.areKnown()) {
      others.count();
      budget.stepsAreLate(others.number() > 0);
    }
  }

  private void remember(SampleWindow window) {
    add(window);
    ranNanos += window.wallNanos();
    slowestItemNanos = Math.max(slowestItemNanos, window.nanosPerItem());
    boolean compiling = latest.areFew() || latest.isCompiling();
    double ran = Math.min(1, ranNanos / COMPILED_AFTER_NANOS);
    double known = compiling ? ran * ran : Math.max(LEAST_KNOWN_OF_STILL, ran);
    budget.serialEstimate(known * window.nanosPerItem() * trial.items());
  }

  private boolean affordable() {
    double next = latest.last().wallNanos();
    double spent = budget.spentNanos();
    boolean fewSeen = latest.areFew() && spent + 3 * next <= budget.limitNanos();
    return fewSeen
        || spent + next <= shareOfBudget(latest.last().nanosPerItem()) * budget.limitNanos();
  }

  private double shareOfBudget(double itemNanos) {
    boolean tiny = rule.mayBeTiny(itemsRun, itemNanos);
    boolean few = tiny && itemNanos * trial.items() < MANY_TINY_NANOS;
    if (few || !Pilot.isTimeToMeet(itemNanos, budget)) {
      return SHARE_WITHOUT_PILOT;
    }
    return tiny || others.number() > 0 ? SHARE_OF_MORE : SHARE_OF_BUDGET;
  }

  private SampleProfile profile(SampleWindow first, boolean settled) {
    if (!settled) {
      latest.forget(first);
    }
    double itemNanos =
        settled ? latest.itemNanos() : Math.min(latest.itemNanos(), untimedItemNanos);
    return new SampleProfile(
        itemsRun,
        Math.max(0.01, itemNanos),
        latest.itemSdNanos(),
        latest.cpuShare(settled),
        latest.bytesPerItem(),
        settled,
        others.number(),
        firstNanos);
  }
}
