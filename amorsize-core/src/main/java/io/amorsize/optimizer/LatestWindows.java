package io.amorsize.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The latest serial runs of a function, and what they tell of its items. Its loops are plain: they
 * are part of planning, and in a JVM that has just started streams cost it half a millisecond.
 */
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
  private static final double COMPILED_FASTER = 1.5;

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

  /** Whether the last, which waited, is the only one but for this one. */
  boolean isOneWaitAfter(SampleWindow window) {
    int before = windows.getFirst().equals(window) ? 1 : 0;
    return windows.size() == before + 1 && windows.getLast().hasLeftItsCore();
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
    double least = least(SampleWindow::nanosPerItem);
    double most = -least(window -> -window.nanosPerItem());
    return (waits || !isCompiling())
        && least(SampleWindow::wallNanos) >= windowNanos / 2
        && most <= least * (1 + SETTLED_WITHIN);
  }

  /** A wait is what it is: the compiler makes it no shorter. */
  private boolean waitsLong() {
    for (SampleWindow window : windows) {
      if (!isLongWait(window)) {
        return false;
      }
    }
    return true;
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
    double least = Double.POSITIVE_INFINITY;
    double leastQuiet = Double.POSITIVE_INFINITY;
    for (SampleWindow window : windows) {
      if (Math.min(many, window.count()) == count) {
        double nanos = window.nanosPerItem();
        least = Math.min(least, nanos);
        leastQuiet = window.isDisturbed() ? leastQuiet : Math.min(leastQuiet, nanos);
      }
    }
    return Double.isInfinite(leastQuiet) ? least : leastQuiet;
  }

  /** The least, whatever items it ran. */
  double leastItemNanos() {
    return least(SampleWindow::nanosPerItem);
  }

  /** The host's noise can only add to the spread of items; windows of one block show none. */
  double itemSdNanos() {
    double least =
        least(window -> window.itemSdNanos() > 0 ? window.itemSdNanos() : Double.POSITIVE_INFINITY);
    return Double.isInfinite(least) ? 0 : least;
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
    double waiting = busy - cpu;
    boolean waits = waiting > SampleWindow.LEAST_WAIT_NANOS * items && mostWait();
    if (!settled && windows.size() == 2) {
      // One of two may have done what is done once, and either may have waited for the host.
      cpu = least(window -> window.cpuNanos() / window.items());
      waiting = Math.max(0, least(SampleWindow::waitNanosPerItem));
    }
    boolean slow = !settled && (windows.size() == 1 || isCompiling());
    double computing = waits && slow ? cpu / COMPILED_FASTER : cpu;
    return computing / (computing + waiting);
  }

  /**
   * All but the one that waited longest, where there are more than two: it may be no typical one.
   */
  private List<SampleWindow> usual() {
    List<SampleWindow> usual = new ArrayList<>(windows);
    usual.sort(Comparator.comparingDouble(SampleWindow::waitNanosPerItem));
    return usual.subList(0, Math.min(usual.size(), Math.max(2, usual.size() - 1)));
  }

  /** One window alone may have waited for what happens once, such as a class to be loaded. */
  private boolean mostWait() {
    double waiting = sum(windows, window -> window.hasWaited() ? 1 : 0);
    return 2 * waiting > windows.size();
  }

  private double least(ToDoubleFunction<SampleWindow> value) {
    double least = Double.POSITIVE_INFINITY;
    for (SampleWindow window : windows) {
      least = Math.min(least, value.applyAsDouble(window));
    }
    return least;
  }

  private static double sum(
      Collection<SampleWindow> windows, ToDoubleFunction<SampleWindow> value) {
    double sum = 0;
    for (SampleWindow window : windows) {
      sum += value.applyAsDouble(window);
    }
    return sum;
  }
}
