package io.amorsize.optimizer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The latest serial runs of a function, and what they tell of its items. */
final class LatestWindows {

  /**
   * Timings have settled when the latest windows agree so well and nothing was compiled meanwhile:
   * code that is interpreted agrees too. Below lies ordinary noise.
   */
  private static final double SETTLED_WITHIN = 0.10;

  private static final int TO_AGREE = 3;

  /** Over less wall time than this, the granularity of CPU time looks like waiting. */
  private static final double LEAST_FOR_CPU_SHARE_NANOS = 300_000;

  /** A function that gives its core away at least so often for each item waits. */
  private static final double WAITS_FROM = 0.3;

  /** Compiled code computes so many times faster than code that is being compiled, or more. */
  private static final double COMPILED_FASTER = 1.35;

  /** So long waits, computing for less than this share of it, are known from two. */
  private static final double WAITS_BELOW = 0.3;

  private static final int WAITS_TO_AGREE = 2;

  private final Deque<SampleWindow> windows = new ArrayDeque<>();
  private final Deque<Long> compiled = new ArrayDeque<>();

  /**
   * Adds the latest.
   *
   * @param compiledMillis time that the JIT compiler had worked when it ended
   */
  void add(SampleWindow window, long compiledMillis) {
    windows.addLast(window);
    compiled.addLast(compiledMillis);
    if (windows.size() > TO_AGREE) {
      windows.removeFirst();
      compiled.removeFirst();
    }
  }

  /** Forgets a window where there are two others. */
  void forget(SampleWindow window) {
    if (windows.size() > 2) {
      drop(window);
    }
  }

  /** Forgets a window, if it is the oldest. */
  void drop(SampleWindow window) {
    if (windows.getFirst().equals(window)) {
      windows.removeFirst();
      compiled.removeFirst();
    }
  }

  /** The only one, where there is one. */
  boolean isOnly(SampleWindow window) {
    return windows.size() == 1 && windows.getFirst().equals(window);
  }

  /** Whether, beside this one, there is one other, which waited. */
  boolean isOneWaitAfter(SampleWindow window) {
    SampleWindow last = windows.getLast();
    return windows.size() == 2
        && windows.getFirst().equals(window)
        && last.switches() > 0
        && last.hasWaited();
  }

  boolean isEmpty() {
    return windows.isEmpty();
  }

  SampleWindow last() {
    return windows.getLast();
  }

  /** Whether there are too few for timings to have settled. */
  boolean areFew() {
    return windows.size() < TO_AGREE;
  }

  /** Whether anything was compiled meanwhile. */
  boolean isCompiling() {
    return !compiled.getFirst().equals(compiled.getLast());
  }

  /**
   * Whether the latest windows agree.
   *
   * @param windowNanos time that a window should take; much shorter ones tell nothing
   */
  boolean agree(double windowNanos) {
    boolean waits = waitsLong();
    if (windows.size() < (waits ? WAITS_TO_AGREE : TO_AGREE)) {
      return false;
    }
    double most = windows.stream().mapToDouble(SampleWindow::nanosPerItem).max().orElseThrow();
    boolean longEnough = windows.stream().allMatch(window -> window.wallNanos() >= windowNanos / 2);
    return (waits || !isCompiling())
        && longEnough
        && most <= least(SampleWindow::nanosPerItem) * (1 + SETTLED_WITHIN);
  }

  /** A wait is what it is: the compiler makes it no shorter. */
  private boolean waitsLong() {
    return windows.stream().allMatch(LatestWindows::isLongWait);
  }

  /** Whether a window is of one call that mostly waited. */
  static boolean isLongWait(SampleWindow window) {
    return window.count() == 1
        && window.switches() > 0
        && window.cpuNanos() >= 0
        && window.cpuNanos() < WAITS_BELOW * window.wallNanos();
  }

  /** The least of those that ran the same items or many, undisturbed if there is one. */
  double itemNanos() {
    // So many, spread over the list, have the mean of all.
    int many = SpreadOrder.LEAST_BLOCKS;
    int count = Math.min(many, windows.getLast().count());
    List<SampleWindow> same =
        windows.stream().filter(window -> Math.min(many, window.count()) == count).toList();
    List<SampleWindow> quiet = same.stream().filter(window -> !window.isDisturbed()).toList();
    return (quiet.isEmpty() ? same : quiet)
        .stream().mapToDouble(SampleWindow::nanosPerItem).min().orElseThrow();
  }

  /** The least, whatever items it ran. */
  double leastItemNanos() {
    return least(SampleWindow::nanosPerItem);
  }

  /** The host's noise can only add to the spread of items; windows of one block show none. */
  double itemSdNanos() {
    return windows.stream()
        .mapToDouble(SampleWindow::itemSdNanos)
        .filter(sd -> sd > 0)
        .min()
        .orElse(0);
  }

  /** Bytes that an item allocates, 0 where the JVM does not tell. */
  double bytesPerItem() {
    double bytes = sum(windows, SampleWindow::allocatedBytes);
    return Math.max(0, bytes / sum(windows, SampleWindow::items));
  }

  /**
   * Share of its time in which an item computes, 1 where the JVM does not tell.
   *
   * @param settled whether timings had settled
   */
  double cpuShare(boolean settled) {
    List<SampleWindow> usual = usual();
    double items = sum(usual, SampleWindow::items);
    double wall = sum(usual, SampleWindow::wallNanos);
    double busy = wall - sum(usual, SampleWindow::withoutCoreNanos);
    if (busy < LEAST_FOR_CPU_SHARE_NANOS && wall >= LEAST_FOR_CPU_SHARE_NANOS && waitsLong()) {
      // The queue's clock leaves nothing of the wait: its delay lies where the clocks are read.
      return sum(usual, SampleWindow::cpuNanos) / wall;
    }
    boolean known = least(SampleWindow::cpuNanos) >= 0 && busy >= LEAST_FOR_CPU_SHARE_NANOS;
    // A thread that waits gives its core away; one that is kept from it does not.
    boolean stays =
        least(SampleWindow::switches) >= 0
            && sum(usual, SampleWindow::switches) < WAITS_FROM * items;
    if (!known || stays) {
      return 1;
    }
    double cpu = Math.min(busy, sum(usual, SampleWindow::cpuNanos));
    boolean waits = busy - cpu > SampleWindow.LEAST_WAIT_NANOS * items && mostWait();
    boolean slow = !settled && (areFew() || isCompiling());
    double computing = waits && slow ? cpu / COMPILED_FASTER : cpu;
    return computing / (computing + busy - cpu);
  }

  /**
   * All but the one that waited longest, where there are more than two: it may be no typical one.
   */
  private List<SampleWindow> usual() {
    return windows.stream()
        .sorted(Comparator.comparingDouble(SampleWindow::waitNanosPerItem))
        .limit(Math.max(2, windows.size() - 1))
        .toList();
  }

  /** One window alone may have waited for what happens once, such as a class to be loaded. */
  private boolean mostWait() {
    long waiting = windows.stream().filter(SampleWindow::hasWaited).count();
    return 2 * waiting > windows.size();
  }

  private double least(ToDoubleFunction<SampleWindow> value) {
    return windows.stream().mapToDouble(value).min().orElseThrow();
  }

  private static double sum(
      Collection<SampleWindow> windows, ToDoubleFunction<SampleWindow> value) {
    return windows.stream().mapToDouble(value).sum();
  }
}
