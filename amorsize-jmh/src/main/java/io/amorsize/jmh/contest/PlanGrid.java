package io.amorsize.jmh.contest;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The plans that a patient person would try: thread counts by chunk sizes. */
final class PlanGrid {

  private static final int MOST_WAITING = 64;

  /** More chunks than this cost more to hand out than any balance can win. */
  private static final int MOST_CHUNKS = 20_000;

  private PlanGrid() {}

  static List<ExecutionPlan> of(WorkloadSpec<?, ?> spec) {
    int items = spec.dataSize();
    List<ExecutionPlan> plans = new ArrayList<>();
    for (int threads : threadCounts(spec)) {
      for (int chunk : chunkSizes(items, threads)) {
        plans.add(ExecutionPlan.platform(threads, chunk));
      }
    }
    return plans;
  }

  private static Iterable<Integer> threadCounts(WorkloadSpec<?, ?> spec) {
    int cores = Runtime.getRuntime().availableProcessors();
    TreeSet<Integer> counts = new TreeSet<>(List.of(2, cores, cores + 1, 2 * cores));
    if (spec.expectedWorkloadType() != WorkloadType.CPU_BOUND) {
      for (int threads = 4; threads <= MOST_WAITING; threads *= 2) {
        counts.add(threads);
      }
    }
    counts.remove(1);
    counts.removeIf(threads -> threads > Math.max(2, spec.dataSize()));
    return counts;
  }

  private static Iterable<Integer> chunkSizes(int items, int threads) {
    int share = (items + threads - 1) / threads;
    TreeSet<Integer> sizes = new TreeSet<>(List.of(share, Math.max(1, share / 4)));
    for (int chunk = 1; chunk < share; chunk *= 4) {
      if (items / chunk <= MOST_CHUNKS) {
        sizes.add(chunk);
      }
    }
    return sizes;
  }
}
