package io.amorsize.optimizer;

import io.amorsize.workload.WorkloadType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The numbers of threads that come into question.
 *
 * @param most the most, at least 1
 * @param cores processors that may be used, at least 1
 * @param waits whether the function waits, so that more threads than cores help
 * @param reason why there are no more, where there is only one
 */
record ThreadLimits(int most, int cores, boolean waits, String reason) {

  /** Items in flight may hold this share of the heap that is free. */
  private static final double HEAP_SHARE = 0.5;

  /** Beside others, so many times as many threads as processors get more of them. */
  private static final double CROWDED = 2;

  /** Beyond so many candidates between the pilots, steps grow. */
  private static final int FINE_STEPS = 16;

  /**
   * The limits by options, items, memory and, for a function that waits for w of every c + w
   * nanoseconds, the number of threads that keeps all cores busy, (c + w) / c for each (Goetz et
   * al., Java Concurrency in Practice, 8.2). Where others want the processors too, more threads
   * than processors get a larger share of them.
   */
  static ThreadLimits of(OptimizerOptions options, SampleProfile profile, int items) {
    boolean waits = profile.type() != WorkloadType.CPU_BOUND;
    int cores = options.maxThreads();
    double crowded = profile.others() > 0 ? CROWDED * cores : cores;
    double allowed =
        waits ? options.maxWaitingThreads() : Math.min(options.maxWaitingThreads(), crowded);
    // Items that wait do not do so in step: half as many threads again fill the gaps.
    double wanted = waits ? 1.5 * crowded / Math.max(0.001, profile.cpuShare()) : allowed;
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    double byMemory = Math.max(1, HEAP_SHARE * free / Math.max(1, profile.bytesPerItem()));
    double threads = Math.min(Math.min(Math.ceil(wanted), allowed), Math.min(byMemory, items));
    return new ThreadLimits(
        (int) threads,
        cores,
        waits,
        allowed < 2 ? "only one thread may be used" : "memory holds only one item at a time");
  }

  /** The same with no more threads than these, at least 2. */
  ThreadLimits atMost(int threads) {
    return new ThreadLimits(Math.min(most, threads), cores, waits, reason);
  }

  /**
   * Numbers of threads to try, the most first, each half of the one before. Threads that compute
   * and outnumber the processors would only take turns on them.
   */
  List<Integer> pilots() {
    List<Integer> pilots = new ArrayList<>();
    for (int threads = waits ? most : Math.min(most, Math.max(2, cores));
        threads >= 2;
        threads /= 2) {
      pilots.add(threads);
      if (waits && threads <= cores) {
        break;
      }
    }
    return pilots;
  }

  /** All numbers worth predicting: every one up to 16, then in steps of an eighth. */
  List<Integer> between() {
    TreeSet<Integer> all = new TreeSet<>();
    for (int threads = 2; threads <= most; threads += Math.max(1, threads / FINE_STEPS * 2)) {
      all.add(threads);
    }
    return List.copyOf(all);
  }
}
