package io.amorsize.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
   * Timings have settled when the latest windows agree so well and nothing was compiled meanwhile:
   * code that is interpreted agrees too. Below lies ordinary noise.
   */
  private static final double SETTLED_WITHIN = 0.10;

  private static final int WINDOWS_TO_AGREE = 3;

  /**
   * A run that is to fill a window is planned for so much of it, and for so many times the last.
   */
  private static final double FILLED = 0.9;

  private static final int MOST_GROWTH = 8;

  /** The other part of the budget is for the pilot. */
  private static final double SHARE_OF_BUDGET = 0.45;

  /** Of items so short the code that calls them must be compiled before a pilot tells anything. */
  private static final double TINY_NANOS = 1_000;

  private static final double SHARE_FOR_TINY = 0.85;

  /**
   * The loop around items so short is what takes the time, and its code is replaced a last time
   * after some 40 000 of them (Tier4BackEdgeThreshold of HotSpot); before, its timings agree too.
   */
  private static final double SHORTEST_NANOS = 100;

  private static final int CALLS_OF_COMPILED_LOOPS = 60_000;

  /** Over less wall time than this, the granularity of CPU time looks like waiting. */
  private static final double LEAST_FOR_CPU_SHARE_NANOS = 500_000;

  /** A function that gives its core away at least so often for each item waits. */
  private static final double WAITS_FROM = 0.3;

  /** A wait of the function's own, and no pause, lasts longer than this for each item. */
  private static final double LEAST_WAIT_NANOS = 50_000;

  /** Compiled code computes at least so many times faster than code that has not settled. */
  private static final double COMPILED_FASTER = 3;

  /**
   * What runs for so long is compiled by then; before, its time says less of the whole work's,
   * which may be a hundredth of it once compiled.
   */
  private static final double COMPILED_AFTER_NANOS = 20_000_000;

  private static final double LEAST_KNOWN = 0.25;

  /** The same where the compiler has done nothing lately: it may be at something long. */
  private static final double LEAST_KNOWN_OF_STILL = 0.5;

  /** So long waits, computing for less than this share of it, are known from two. */
  private static final double WAITS_BELOW = 0.3;

  private static final int WAITS_TO_AGREE = 2;

  /**
   * Threads that start and stop while they are counted spoil one of so many counts; a count takes
   * up to half a millisecond, so two that agree are enough.
   */
  private static final int MOST_COUNTS = 3;

  private final Trial trial;
  private final PlanningBudget budget;
  private final PlanningHost host;
  private final Deque<SampleWindow> latest = new ArrayDeque<>();
  private int itemsRun;
  private double firstNanos;
  private double ranNanos;
  private final Deque<Long> compiled = new ArrayDeque<>();
  private final List<Integer> counts = new ArrayList<>();

  Sampler(Trial trial, PlanningBudget budget, PlanningHost host) {
    this.trial = trial;
    this.budget = budget;
    this.host = host;
  }

  SampleProfile sample() {
    // The first reading of a meter loads its classes.
    trial.threadClock();
    trial.allocatedBytes();
    // The first call of a function may load classes and fill caches; it is nobody's typical item,
    // unless items are so large that there is no time for another.
    SampleWindow first = SampleWindow.take(trial, 1, 0);
    firstNanos = first.wallNanos();
    budget.beginAfterFirstItem();
    if (firstNanos > SHARE_OF_BUDGET * budget.limitNanos()) {
      remember(first);
    }
    int count = firstNanos >= windowNanos() / 2 ? 1 : untimed();
    boolean settled = false;
    while (!settled && (latest.isEmpty() || isFirstAlone() || affordable())) {
      SampleWindow window = SampleWindow.take(trial, count, windowNanos());
      remember(window);
      if (window.wallNanos() < windowNanos()) {
        count = Math.min(trial.items(), 2 * count);
      }
      settled = settled();
    }
    while (!areOthersKnown()) {
      countOthers();
    }
    budget.stepsAreLate(others() > 0 && !settled);
    return profile(settled);
  }

  /** A first call that waited did so for classes, or will do so each time: a second one tells. */
  private boolean isFirstAlone() {
    return latest.size() == 1 && itemsRun == 1 && waitsLong() && firstNanos < budget.allowedNanos();
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
      double fills = FILLED * windowNanos() / run.wallNanos();
      count = (int) Math.min(trial.items(), count * Math.max(2, Math.min(MOST_GROWTH, fills)));
      run = trial.serial(count);
      itemsRun += count;
    }
    return count;
  }

  private boolean isEarly() {
    return budget.spentNanos() < SHARE_OF_BUDGET / 2 * budget.limitNanos();
  }

  /** Grows with the work, so that more of it is known where there is more to be won. */
  private double windowNanos() {
    double share = WINDOW_SHARE_OF_BUDGET * budget.limitNanos();
    return Math.max(LEAST_WINDOW_NANOS, Math.min(MOST_WINDOW_NANOS, share));
  }

  private void remember(SampleWindow window) {
    itemsRun += window.items();
    latest.addLast(window);
    compiled.addLast(host.compiledMillis().getAsLong());
    if (latest.size() > WINDOWS_TO_AGREE) {
      latest.removeFirst();
      compiled.removeFirst();
    }
    if (!areOthersKnown()) {
      countOthers();
    }
    ranNanos += window.wallNanos();
    boolean compiling = latest.size() < WINDOWS_TO_AGREE || isCompiling();
    double least = compiling ? LEAST_KNOWN : LEAST_KNOWN_OF_STILL;
    double known = Math.min(1, Math.max(least, ranNanos / COMPILED_AFTER_NANOS));
    budget.serialEstimate(known * window.nanosPerItem() * trial.items());
  }

  private void countOthers() {
    counts.add(host.others().getAsInt());
    budget.stepsAreLate(others() > 0);
  }

  private boolean areOthersKnown() {
    return counts.size() == MOST_COUNTS
        || (counts.size() == 2 && counts.get(0).equals(counts.get(1)));
  }

  /** The middle one of three counts, the smaller one of two. */
  private int others() {
    return counts.stream().sorted().toList().get((counts.size() - 1) / 2);
  }

  private boolean affordable() {
    double next = latest.getLast().wallNanos();
    boolean tiny = latest.getLast().nanosPerItem() < TINY_NANOS;
    double share = tiny ? SHARE_FOR_TINY : SHARE_OF_BUDGET;
    double spent = budget.spentNanos();
    boolean fewSeen = latest.size() < WINDOWS_TO_AGREE && spent + 3 * next <= budget.limitNanos();
    return fewSeen || spent + next <= share * budget.limitNanos();
  }

  private boolean settled() {
    boolean waits = waitsLong();
    if (latest.size() < (waits ? WAITS_TO_AGREE : WINDOWS_TO_AGREE)) {
      return false;
    }
    double most = latest.stream().mapToDouble(SampleWindow::nanosPerItem).max().orElseThrow();
    boolean compiling = !waits && isCompiling();
    boolean longEnough =
        latest.stream().allMatch(window -> window.wallNanos() >= windowNanos() / 2);
    boolean early =
        least(SampleWindow::nanosPerItem) < SHORTEST_NANOS && itemsRun < CALLS_OF_COMPILED_LOOPS;
    return !compiling
        && !early
        && longEnough
        && most <= least(SampleWindow::nanosPerItem) * (1 + SETTLED_WITHIN);
  }

  private boolean isCompiling() {
    return !compiled.getFirst().equals(compiled.getLast());
  }

  /** A wait is what it is: the compiler makes it no shorter. */
  private boolean waitsLong() {
    return latest.stream()
        .allMatch(
            window ->
                window.count() == 1
                    && window.turns() > 0
                    && window.cpuNanos() >= 0
                    && window.cpuNanos() < WAITS_BELOW * window.wallNanos());
  }

  private SampleProfile profile(boolean settled) {
    return new SampleProfile(
        itemsRun,
        Math.max(0.01, itemNanos()),
        itemSdNanos(),
        cpuShare(settled),
        Math.max(0, sum(SampleWindow::allocatedBytes) / sum(SampleWindow::items)),
        settled,
        others(),
        firstNanos);
  }

  /** The least of the latest windows that ran the same items, undisturbed if there is one. */
  private double itemNanos() {
    int count = latest.getLast().count();
    List<SampleWindow> same = latest.stream().filter(window -> window.count() == count).toList();
    List<SampleWindow> quiet = same.stream().filter(window -> !window.isDisturbed()).toList();
    return (quiet.isEmpty() ? same : quiet)
        .stream().mapToDouble(SampleWindow::nanosPerItem).min().orElseThrow();
  }

  /** The host's noise can only add to the spread of items; windows of one block show none. */
  private double itemSdNanos() {
    return latest.stream()
        .mapToDouble(SampleWindow::itemSdNanos)
        .filter(sd -> sd > 0)
        .min()
        .orElse(0);
  }

  private double cpuShare(boolean settled) {
    double busy = sum(SampleWindow::wallNanos) - sum(SampleWindow::delayNanos);
    boolean known = least(SampleWindow::cpuNanos) >= 0 && busy >= LEAST_FOR_CPU_SHARE_NANOS;
    // A thread that waits gives its core away and gets it back; a pause of the JVM does not count.
    boolean stays =
        sum(SampleWindow::turns) > 0
            && sum(SampleWindow::turns) < WAITS_FROM * sum(SampleWindow::items);
    if (!known || stays) {
      return 1;
    }
    double cpu = Math.min(busy, sum(SampleWindow::cpuNanos));
    boolean waits = busy - cpu > LEAST_WAIT_NANOS * sum(SampleWindow::items) && mostWait();
    double computing = waits && !settled ? cpu / COMPILED_FASTER : cpu;
    return computing / (computing + busy - cpu);
  }

  /** One window alone may have waited for what happens once, such as a class to be loaded. */
  private boolean mostWait() {
    long waiting =
        latest.stream().filter(window -> window.waitNanosPerItem() > LEAST_WAIT_NANOS).count();
    return 2 * waiting > latest.size();
  }

  private double least(ToDoubleFunction<SampleWindow> value) {
    return latest.stream().mapToDouble(value).min().orElseThrow();
  }

  private double sum(ToDoubleFunction<SampleWindow> value) {
    return latest.stream().mapToDouble(value).sum();
  }
}
