package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.PilotRounds.OneItem;
import io.amorsize.workload.WorkloadType;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Measures what threads cost each other: short runs of real items on one thread and on several in
 * turn. A lock, the memory bus or a shared cache make an item take longer beside others of its
 * kind; only running tells. Time in which a thread could have run but had no core is left out: it
 * belongs to the moment, not to the function.
 */
final class Pilot {

  private static final int MOST_ROUNDS = 9;

  /** Code that has not settled is only asked for locks, as long as threads may have missed them. */
  private static final int UNSETTLED_ROUNDS = 6;

  /** Of the time that planning may take. */
  private static final double SHARE_TO_MEET = 0.8;

  /** A parallel run against the dispatch cost, so that the cost is a small correction. */
  private static final double DISPATCHES_PER_ROUND = 5;

  /** To start a thread takes about so long. */
  private static final double START_NANOS = 60_000;

  private static final double LEAST_ROUND_NANOS = 400_000;

  /** With so few threads, to compare all items with themselves costs little. */
  private static final int FEW_THREADS = 4;

  /** Threads that seem useless are given so many more rounds: a loop where they are not is dear. */
  private static final int SECOND_OPINIONS = 2;

  /** A lock that is held for so much of the time is handed on, at a cost, and not missed. */
  private static final double TAKEN_IN_TURN = 0.8;

  /** Least time to look for a lock that the threads did not meet at. */
  private static final double LEAST_LOOKED_FOR_NANOS = 1_000_000;

  private final Trial trial;
  private final PlanningBudget budget;
  private final SampleProfile profile;
  private final LongSupplier compiledMillis;
  private OptionalDouble sharedMonitor = OptionalDouble.empty();

  Pilot(Trial trial, PlanningBudget budget, SampleProfile profile, LongSupplier compiledMillis) {
    this.trial = trial;
    this.budget = budget;
    this.profile = profile;
    this.compiledMillis = compiledMillis;
  }

  /**
   * Beside others a round of code that has not settled would show a lock at most, and threads that
   * wait for a core do not meet at it; a wait is worth a round if there is time for it.
   */
  private boolean tellsLittle() {
    return computes() ? !profile.settled() : 2 * profile.itemNanos() > budget.leftNanos();
  }

  /** Code that is about to be replaced is dear in any place. */
  private boolean onlyAsksForLocks() {
    return computes() && !profile.settled();
  }

  private boolean computes() {
    return profile.type() == WorkloadType.CPU_BOUND;
  }

  /** Whether the items that were sampled stand for those of a round; one alone does not. */
  private boolean areAlike() {
    return profile.itemSdNanos() > 0 && !isUnequal();
  }

  /** Unequal items are compared with themselves; of equal ones, some stand for all. */
  private boolean isUnequal() {
    return profile.coefficientOfVariation() > CostModel.UNEQUAL_FROM;
  }

  /** Whether so many threads can be started and tried twice within the budget. */
  boolean isAffordable(int threads) {
    return START_NANOS * threads + 2 * profile.itemNanos() <= budget.leftNanos() / 2;
  }

  /** Whether the budget is used up. */
  boolean isOver() {
    return budget.leftNanos() <= 0;
  }

  /**
   * Takes a reading of at least one round.
   *
   * @param plan the threads to try, at least 2, and the chunks
   * @param dispatchNanos cost of handing work to so many threads
   * @param budgetShare share of what is left of the budget that this reading may use
   */
  PilotReading read(ExecutionPlan plan, double dispatchNanos, double budgetShare) {
    int threads = plan.nJobs();
    if (profile.others() > 0 && tellsLittle()) {
      return PilotRounds.presumed(threads);
    }
    boolean asksForLocks = onlyAsksForLocks();
    double mayTake =
        asksForLocks ? SHARE_TO_MEET * budget.allowedNanos() : budget.leftNanos() * budgetShare;
    double wanted =
        Math.max(
            Math.max(LEAST_ROUND_NANOS, DISPATCHES_PER_ROUND * dispatchNanos),
            mayTake / MOST_ROUNDS / 2);
    double count = Math.max(2 * threads, Math.ceil(wanted * threads / profile.itemNanos()));
    count = Math.min(count, Math.max(threads, mayTake / 2 * threads / profile.itemNanos()));
    int items = (int) Math.max(2, Math.min(trial.items(), count));
    boolean themselves = threads <= FEW_THREADS || isUnequal();
    int alone = themselves ? items : Math.max(1, items / threads);
    double roundNanos = ((double) items / threads + alone) * profile.itemNanos();
    int most = asksForLocks ? UNSETTLED_ROUNDS : MOST_ROUNDS;
    int rounds = (int) Math.max(1, Math.min(most, mayTake / roundNanos));
    // Threads that do not meet take as long as one.
    double last = asksForLocks ? items * profile.itemNanos() : 0;
    double until = budget.spentNanos() + mayTake - last;
    return rounds(plan, items, alone, new Rounds(rounds, until), dispatchNanos);
  }

  private PilotReading rounds(
      ExecutionPlan plan, int items, int alone, Rounds rounds, double dispatchNanos) {
    int threads = plan.nJobs();
    ExecutionPlan tried =
        new ExecutionPlan(threads, Math.min(plan.chunkSize(), items), plan.executorType());
    boolean computes = computes();
    PilotRounds seen = new PilotRounds(threads, computes);
    OneItem one = new OneItem(profile.itemNanos(), computes ? profile.itemNanos() : -1);
    long compiled = compiledMillis.getAsLong();
    for (int round = 0; round == 0 || isWanted(round, rounds, seen); round++) {
      boolean again = round == 0 || profile.settled();
      if (again && budget.leftNanos() >= 2 * alone * one.occupiedNanos()) {
        OneItem latest = alone(alone);
        one = round == 0 && !areAlike() ? latest : one.least(latest);
      }
      ParallelReading run = trial.parallel(items, tried);
      seen.add(run, one, dispatchNanos);
    }
    boolean settled = profile.settled() && compiledMillis.getAsLong() == compiled;
    PilotReading reading = seen.reading(settled);
    return computes && profile.settled() && seen.isInTurn() && !seen.isUseless()
        ? reading.atMost(together(sharedMonitor()))
        : reading;
  }

  /** What threads do together at most, where one monitor is held for a share of the time. */
  private double together(double held) {
    return held >= TAKEN_IN_TURN ? 1 : held == 0 ? Double.MAX_VALUE : 1 / held;
  }

  /** Looked for once: threads that the host runs in turn do not meet at a lock. */
  private double sharedMonitor() {
    if (sharedMonitor.isEmpty()) {
      sharedMonitor =
          OptionalDouble.of(
              trial.sharedMonitor(
                  Math.max(
                      LEAST_LOOKED_FOR_NANOS, budget.allowedNanos() - 2 * LEAST_LOOKED_FOR_NANOS)));
    }
    return sharedMonitor.getAsDouble();
  }

  /** How many rounds, and the time on the budget after which no other is begun. */
  private record Rounds(int most, double untilNanos) {}

  private boolean isWanted(int round, Rounds rounds, PilotRounds seen) {
    if (round == 1 && !computes()) {
      // The first round of a function that waits starts threads.
      return true;
    }
    if (onlyAsksForLocks() && !seen.isUseless()) {
      return round < rounds.most()
          && seen.tellsNothing()
          && budget.spentNanos() < rounds.untilNanos();
    }
    if (seen.isUseless()) {
      return round < (profile.settled() ? rounds.most() : 1) + SECOND_OPINIONS && !isOver();
    }
    return round < rounds.most() && budget.spentNanos() < rounds.untilNanos();
  }

  private OneItem alone(int items) {
    SampleWindow window = SampleWindow.take(trial, items, 0);
    double cpu = window.cpuNanos();
    return new OneItem(window.nanosPerItem(), cpu < 0 ? -1 : cpu / items);
  }
}
