package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.workload.WorkloadType;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * Chooses among numbers of threads by predicted time. Measures nothing.
 *
 * @param model predicts the time of a pass
 * @param dispatchNanos cost of handing work to so many threads
 * @param share what others leave of the machine
 * @param passNanos what a pass may take on one thread, once all code is compiled
 * @param cpuShare share of its time in which an item needs a core, in (0, 1]
 * @param plans a plan for so many threads
 */
record PlanChooser(
    CostModel model,
    IntToDoubleFunction dispatchNanos,
    HostShare share,
    double passNanos,
    double cpuShare,
    IntFunction<ExecutionPlan> plans) {

  /** A smaller predicted gain than this is not worth a thread: predictions err by as much. */
  static final double LEAST_SPEEDUP = 1.15;

  /** Fewer threads win if they cost no more time than this. */
  private static final double AS_GOOD_WITHIN = 1.03;

  /**
   * What the host gave in the milliseconds of the pilot says a little about what it will give: by
   * races on hosts with two cores, a tenth on the scale of logarithms.
   */
  private static final double WEIGHT_OF_THE_MOMENT = 0.1;

  /**
   * A pass on several threads ends so much later than their share of the work would: who slept
   * since the last one wakes up late, and whoever is interrupted is waited for. By races on hosts
   * with two cores, of passes that take 0.5 to 30 ms alone.
   */
  private static final double UNEVEN_NANOS = 200_000;

  /**
   * But by no more than this share of a pass on one thread: short ones follow each other sooner.
   */
  private static final double MOST_UNEVEN = 0.05;

  /**
   * Threads that share cores with others get them late, and the last of them ends the pass: so long
   * after a fair share would have ended it, by races beside a busy core.
   */
  private static final double LATE_NANOS = 2_000_000;

  /**
   * Who was idle gets a core at once and keeps it for a slice. By the same races, passes that take
   * no longer than this alone are not late; longer ones are so for a part of their time.
   */
  private static final double SHORT_PASS_NANOS = 4_000_000;

  /**
   * What is kept of threads that wait between items: when they wake up, they are put where others
   * of them run rather than where somebody else does.
   */
  private static final double KEPT_OF_WAITING = 0.6;

  /** Passes of those that take so long alone lose nothing, and longer ones so much less. */
  private static final double SPARED_NANOS = 1_500_000;

  /** Items that compute for a smaller share of their time lose as much less. */
  private static final double LOSES_AS_MUCH_FROM = 0.3;

  PlanCandidate candidate(PilotReading reading) {
    int threads = reading.threads();
    double hosted = hosted(threads, reading.parallelism());
    double expected =
        Math.exp(
            (1 - WEIGHT_OF_THE_MOMENT) * Math.log(hosted)
                + WEIGHT_OF_THE_MOMENT * Math.log(moment(reading)));
    double lower = Math.min(expected, reading.seenLeast());
    double upper = Math.max(expected, reading.seenMost());
    return new PlanCandidate(
        plans.apply(threads),
        speedup(threads, expected),
        speedup(threads, lower),
        speedup(threads, upper),
        true);
  }

  /** The first round of many threads also starts them; what others leave bounds any. */
  private double moment(PilotReading reading) {
    double seen = reading.threads() <= share.usable() ? reading.seen() : reading.seenMost();
    return Math.min(seen, reading.threads() * given(reading.threads()));
  }

  /** A number of threads that was not tried, by what is said of those that were. */
  PlanCandidate between(int threads, double parallelism) {
    double expected = hosted(threads, Math.min(threads, parallelism));
    double speedup = speedup(threads, expected);
    return new PlanCandidate(plans.apply(threads), speedup, speedup, speedup, false);
  }

  /** What so many threads would give at best, if they did not hinder each other. */
  PlanCandidate ideal(int threads) {
    return between(threads, threads);
  }

  /** The best of so many threads, if they did not hinder each other; the fewest as good as any. */
  PlanCandidate bestIdeal(List<Integer> threads) {
    return best(threads.stream().map(this::ideal).toList());
  }

  /**
   * The parallelism that the machine has room for, in units of one thread on the same machine:
   * beside others, several threads get a larger share than one does. Of items that compute, the
   * time in which they need a core gets longer. Those that wait do so while others compute: what
   * their threads lose by waking up late, they need not wait for a core.
   */
  private double hosted(int threads, double parallelism) {
    double longer = Math.max(1, given(1) / given(threads));
    double fair =
        waits()
            ? Math.min(parallelism, threads / longer)
            : uneven(Math.min(threads, parallelism / (1 - cpuShare + cpuShare * longer)));
    if (longer <= 1 || fair <= 1 || share.others() == 0) {
      return fair;
    }
    return waits() ? 1 + keptOfWaiting() * (fair - 1) : late(fair);
  }

  /** What is left of an even share by threads that do not begin and end at once. */
  private double uneven(double even) {
    return later(even, Math.min(MOST_UNEVEN, UNEVEN_NANOS / passNanos));
  }

  /** What is left of a parallelism if a pass ends so much later, in passes of one thread. */
  private static double later(double parallelism, double passes) {
    return 1 / (1 / parallelism + passes);
  }

  private boolean waits() {
    return WorkloadType.ofCpuShare(cpuShare) != WorkloadType.CPU_BOUND;
  }

  /** What is left of a fair share by threads that compute; they do not lose by helping. */
  private double late(double fair) {
    double late = Math.max(1, later(fair, LATE_NANOS / passNanos));
    return late + (fair - late) * Math.min(1, SHORT_PASS_NANOS / passNanos);
  }

  /** How much of what a fair share would gain is left to threads that wait. */
  private double keptOfWaiting() {
    double late = 1 - Math.min(1, SPARED_NANOS / model.serialNanos());
    return 1 - (1 - KEPT_OF_WAITING) * late * Math.min(1, cpuShare / LOSES_AS_MUCH_FROM);
  }

  /** The share of what so many threads want of the processors that they get. */
  private double given(int threads) {
    return share.cores(threads, cpuShare) / (threads * cpuShare);
  }

  TimeBreakdown breakdown(PlanCandidate candidate) {
    int threads = candidate.plan().nJobs();
    double nanos = model.serialNanos() / candidate.estimatedSpeedup();
    TimeBreakdown parts =
        model.breakdown(
            threads, candidate.plan().chunkSize(), threads, dispatchNanos.applyAsDouble(threads));
    return new TimeBreakdown(
        parts.serialNanos(),
        parts.dispatchNanos(),
        parts.shareNanos(),
        Math.max(0, nanos - parts.totalNanos()),
        parts.tailNanos(),
        parts.claimNanos());
  }

  private double speedup(int threads, double parallelism) {
    int chunk = plans.apply(threads).chunkSize();
    double nanos =
        model.parallelNanos(threads, chunk, parallelism, dispatchNanos.applyAsDouble(threads));
    return model.serialNanos() / nanos;
  }

  /** The best of the candidates, which must not be empty: the fewest threads as good as any. */
  static PlanCandidate best(List<PlanCandidate> candidates) {
    double most = 0;
    for (PlanCandidate candidate : candidates) {
      most = Math.max(most, candidate.estimatedSpeedup());
    }
    PlanCandidate best = null;
    for (PlanCandidate candidate : candidates) {
      boolean asGood = candidate.estimatedSpeedup() * AS_GOOD_WITHIN >= most;
      if (asGood && (best == null || candidate.plan().nJobs() < best.plan().nJobs())) {
        best = candidate;
      }
    }
    return Objects.requireNonNull(best, "no candidates");
  }
}
