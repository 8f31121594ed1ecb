package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Chooses among numbers of threads by predicted time. Measures nothing. */
record PlanChooser(CostModel model, IntToDoubleFunction dispatchNanos) {

  /** A smaller predicted gain than this is not worth a thread: predictions err by as much. */
  static final double LEAST_SPEEDUP = 1.10;

  /** Fewer threads win if they cost no more time than this. */
  private static final double AS_GOOD_WITHIN = 1.03;

  PlanCandidate candidate(PilotReading reading) {
    int chunk = chunkSize(reading.threads(), reading.parallelism());
    return new PlanCandidate(
        ExecutionPlan.platform(reading.threads(), chunk),
        speedup(reading.threads(), chunk, reading.parallelism()),
        speedup(reading.threads(), chunk, reading.lower()),
        speedup(reading.threads(), chunk, reading.upper()),
        true);
  }

  /** What so many threads would give at best, if every one had a core of its own. */
  PlanCandidate ideal(int threads) {
    int chunk = chunkSize(threads, threads);
    double speedup = speedup(threads, chunk, threads);
    return new PlanCandidate(
        ExecutionPlan.platform(threads, chunk), speedup, speedup, speedup, false);
  }

  private int chunkSize(int threads, double parallelism) {
    return model.bestChunkSize(threads, parallelism, dispatchNanos.applyAsDouble(threads));
  }

  private double speedup(int threads, int chunk, double parallelism) {
    double nanos =
        model.parallelNanos(threads, chunk, parallelism, dispatchNanos.applyAsDouble(threads));
    return model.serialNanos() / nanos;
  }

  /** The best of the candidates, which must not be empty: the fewest threads as good as any. */
  static PlanCandidate best(List<PlanCandidate> candidates) {
    double most =
        candidates.stream().mapToDouble(PlanCandidate::estimatedSpeedup).max().orElseThrow();
    return candidates.stream()
        .filter(candidate -> candidate.estimatedSpeedup() * AS_GOOD_WITHIN >= most)
        .min(Comparator.comparingInt(candidate -> candidate.plan().nJobs()))
        .orElseThrow();
  }
}
