package io.amorsize.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rounds of a pilot at one number of threads tell.
 *
 * <p>Pauses of the JVM come and go, so of the time in which threads were occupied the best round
 * counts, but for locks: threads that take turns on one core never meet at a lock, so that the
 * worst of the rounds in which they met there counts. Time on a core is known well in each round.
 */
final class PilotRounds {

  /**
   * Threads that waited for each other in this share of the rounds share a lock. One wait may last
   * all the round: whoever holds the lock takes it again before the other one has woken up.
   */
  private static final double LOCKED_ROUNDS = 0.5;

  /** Threads that together did so much more than one ran at the same time. */
  private static final double OVERLAPPING = 1.3;

  /**
   * Threads that seem useless without a lock are so in as many rounds: once, the other thread may
   * have run a version of the code that this one had left behind.
   */
  private static final int LEAST_ROUNDS = 2;

  /** More threads of no use would cost more than a loop where they are. */
  private static final int FEW_THREADS = 4;

  private final int threads;
  private final boolean computes;
  private final List<Double> parallelism = new ArrayList<>();
  private final List<Double> locked = new ArrayList<>();
  private final List<Double> onCores = new ArrayList<>();
  private final List<Double> seen = new ArrayList<>();
  private ParallelReading latest;

  /**
   * No rounds yet.
   *
   * @param threads threads of a round
   * @param computes whether an item alone waits for nothing; if it does, waits tell of no lock
   */
  PilotRounds(int threads, boolean computes) {
    this.threads = threads;
    this.computes = computes;
  }

  /** What an item takes alone: in time, waiting included, and on a core (-1 if unknown). */
  record OneItem(double occupiedNanos, double cpuNanos) {
    OneItem least(OneItem other) {
      return new OneItem(
          Math.min(occupiedNanos, other.occupiedNanos), Math.min(cpuNanos, other.cpuNanos));
    }
  }

  /**
   * Adds a round.
   *
   * @param run the round
   * @param one what an item takes alone
   * @param dispatchNanos cost of handing work to so many threads
   */
  void add(ParallelReading run, OneItem one, double dispatchNanos) {
    latest = run;
    double withoutDispatch = Math.max(1, run.wallNanos() - dispatchNanos);
    seen.add(Math.min(threads, run.items() * one.occupiedNanos() / withoutDispatch));
    if (run.workers() < 2) {
      return;
    }
    double together = Math.min(threads, threads * one.occupiedNanos() / run.occupiedPerItem());
    parallelism.add(together);
    if (computes && run.lockWaits() > 0) {
      // Code may have become slower since it ran alone; threads on cores at once do more than one.
      locked.add(Math.max(together, Math.min(threads, run.cpuNanos() / run.wallNanos())));
    }
    if (run.cpuNanos() > 0 && one.cpuNanos() > 0) {
      onCores.add(Math.min(threads, threads * one.cpuNanos() * run.items() / run.cpuNanos()));
    }
  }

  int rounds() {
    return seen.size();
  }

  private boolean isLocked() {
    return !locked.isEmpty() && locked.size() >= LOCKED_ROUNDS * parallelism.size();
  }

  /**
   * Whether no round took much less than one thread would have taken: threads hardly overlapped.
   */
  boolean isInTurn() {
    return Collections.max(seen) < OVERLAPPING;
  }

  /** Whether threads met and did hardly more than one. */
  boolean isUseless() {
    return !parallelism.isEmpty() && together() < PlanChooser.LEAST_SPEEDUP;
  }

  private boolean isDoubtful() {
    return threads <= FEW_THREADS
        && isUseless()
        && !isLocked()
        && parallelism.size() < LEAST_ROUNDS;
  }

  private double together() {
    return isLocked() ? Collections.min(locked) : Collections.max(parallelism);
  }

  /**
   * The sum of the rounds.
   *
   * @param settled whether the function's code had settled; what is about to be replaced is dear in
   *     any place, and the compiler is a thread too
   * @param free whether it is known that threads share no lock
   */
  PilotReading reading(boolean settled, boolean free) {
    double least = Collections.min(seen);
    if (isDoubtful() || (!settled && !isLocked())) {
      boolean missed = !free && isInTurn() && locked.isEmpty();
      double presumed = missed ? Meeting.presumedOfTurns(threads) : Meeting.presumed(threads);
      double most = Math.max(presumed, Collections.max(seen));
      return new PilotReading(threads, presumed, most, least, most);
    }
    double best = parallelism.isEmpty() ? Meeting.presumed(threads) : together();
    double logs = 0;
    for (double value : seen) {
      logs += Math.log(value);
    }
    double mean = Math.exp(logs / seen.size());
    double most = Collections.max(seen);
    double moment = Math.max(least, Math.min(most, mean));
    // Of code that has not settled, time on a core tells how far it was compiled.
    double cores = settled ? cores() : threads;
    return new PilotReading(threads, Math.min(best, cores), moment, least, most);
  }

  /**
   * A function that seemed to wait by what its latest round tells, where no thread waited: what it
   * seemed to wait for may have been its classes.
   */
  SampleProfile refine(SampleProfile profile) {
    double cpuShare = Math.min(1, latest.cpuNanos() / latest.occupiedNanos());
    return latest.lockWaits() == 0 && cpuShare > profile.cpuShare()
        ? profile.computing(cpuShare, Math.min(profile.itemNanos(), latest.occupiedPerItem()))
        : profile;
  }

  private double cores() {
    Collections.sort(onCores);
    return onCores.isEmpty() ? threads : onCores.get(onCores.size() / 2);
  }
}
