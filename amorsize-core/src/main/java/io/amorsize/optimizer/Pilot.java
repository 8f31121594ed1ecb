package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.PilotRounds.OneItem;
import io.amorsize.workload.WorkloadType;

/**
 * Measures what threads cost each other: short runs of real items on one thread and on several in
 * turn. A lock, the memory bus or a shared cache make an item take longer beside others of its
 * kind; only running tells. Time in which a thread could have run but had no core is left out: it
 * belongs to the moment, not to the function.
 */
final class Pilot {

  private static final int MOST_ROUNDS = 9;

  /** Of the time that is left to code that has not settled, to see whether threads meet freely. */
  private static final double SHARE_TO_MEET = 0.3;

  /** The same until they meet at all: the JVM's compiler may have the second core for 2 to 5 ms. */
  private static final double SHARE_UNTIL_MET = 0.9;

  /** The same beside others, where a meeting may end milliseconds late. */
  private static final double SHARE_UNTIL_MET_BESIDE_OTHERS = 0.45;

  /** Threads come to an end after a meeting, and a plan is made. */
  private static final double AFTERWARDS_NANOS = 1_000_000;

  /** The same beside others, which are counted again. */
  private static final double AFTERWARDS_BESIDE_OTHERS_NANOS = 2_500_000;

  /** To time shorter chunks would take as long as they do. */
  private static final double LEAST_CHUNK_NANOS = 20_000;

  /** Room is made for all their results; threads that did them all may meet again. */
  private static final int MOST_CHUNKS = 500;

  /** Items may become so much shorter meanwhile that there should be more of them. */
  private static final int TIMES_MORE_ITEMS = 2;

  /** A parallel run against the dispatch cost, so that the cost is a small correction. */
  private static final double DISPATCHES_PER_ROUND = 5;

  /** To start a thread takes about so long. */
  private static final double START_NANOS = 60_000;

  private static final double LEAST_ROUND_NANOS = 400_000;

  /** So few may miss each other; and to compare all items with themselves costs little. */
  private static final int FEW_THREADS = 4;

  /** Threads that seem useless are given so many more rounds: a loop where they are not is dear. */
  private static final int SECOND_OPINIONS = 2;

  /** If they proved useless, so many would not cost much more than a loop does. */
  private static final int MOST_ON_TRUST = 16;

  /** Least time to look for a lock. */
  private static final double LEAST_TO_MEET_NANOS = 1_000_000;

  /**
   * The same where threads take turns with others. Of items under one lock beside a busy core, half
   * of the plannings then see it, mostly by the one time that a thread waits.
   */
  private static final double LEAST_TO_MEET_IN_TURN_NANOS = 3_000_000;

  private final Trial trial;
  private final PlanningBudget budget;
  private final SampleProfile profile;
  private final PlanningHost host;
  private HostShare share;
  private boolean countedAgain;
  private SampleProfile refined;

  Pilot(
      Trial trial,
      PlanningBudget budget,
      SampleProfile profile,
      HostShare share,
      PlanningHost host) {
    this.trial = trial;
    this.budget = budget;
    this.profile = profile;
    this.host = host;
    this.share = share;
    this.refined = profile;
  }

  /** What those leave who are still there, counted when it is asked first. */
  HostShare shareNow() {
    if (!countedAgain) {
      share = share.beside(OthersCounts.stillThere(share.others(), host.others()));
      countedAgain = true;
    }
    return share;
  }

  /**
   * Threads that others leave no two cores take long to meet, the longer the more of them are at
   * items, and so do long items of code that has not settled, or that waits beside others. What
   * threads that wait do there in some milliseconds says less than what is presumed of them.
   */
  private boolean tellsLittle(int threads) {
    boolean isLong = !isTimeToMeet(profile.itemNanos(), budget);
    if (!computes()) {
      return share.isCrowded() || (profile.others() > 0 && isLong);
    }
    double inTurn = LEAST_TO_MEET_IN_TURN_NANOS + twoItemsNanos(threads);
    return (share.isCrowded() && inTurn > budget.allowedNanos()) || (isLong && !profile.settled());
  }

  /** Whether threads that are not in step have time for two items of this length each. */
  static boolean isTimeToMeet(double itemNanos, PlanningBudget budget) {
    return 2 * itemNanos + LEAST_TO_MEET_NANOS <= budget.allowedNanos();
  }

  /** What two items of each of so many threads take on the cores that those get. */
  private double twoItemsNanos(int threads) {
    return 2 * profile.itemNanos() * threads / share.cores(threads);
  }

  /**
   * What is said of threads that were not let meet, or never met. That leaves it open whether items
   * share a lock; but few of them rarely do, and where others want the cores it would cost little.
   */
  private PilotReading untold(int threads) {
    boolean mayBeLocked = trial.items() >= Sampler.MANY_ITEMS && !shareNow().isCrowded();
    return mayBeLocked ? new Meeting(0, 0).reading(threads) : PilotReading.presumed(threads);
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

  /** What was sampled, or for a function that waits and has not settled what pilots saw since. */
  SampleProfile profile() {
    return refined;
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
    if (tellsLittle(threads)) {
      return untold(threads);
    }
    boolean beside = profile.others() > 0;
    if (computes() && (!profile.settled() || beside)) {
      // Code that is about to be replaced is dear in any place, and so is any beside others; it
      // only tells of locks.
      double afterwards = beside ? AFTERWARDS_BESIDE_OTHERS_NANOS : AFTERWARDS_NANOS;
      double left = budget.allowedNanos() - twoItemsNanos(threads) - afterwards;
      double untilMet = beside ? SHARE_UNTIL_MET_BESIDE_OTHERS : SHARE_UNTIL_MET;
      Meeting meeting =
          meet(
              plan,
              Math.max(LEAST_ROUND_NANOS, SHARE_TO_MEET * left),
              Math.max(LEAST_ROUND_NANOS, untilMet * left));
      return meeting.tellsNothing() ? untold(threads) : meeting.reading(threads);
    }
    double mayTake = budget.leftNanos() * budgetShare;
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
    int rounds = (int) Math.max(1, Math.min(MOST_ROUNDS, mayTake / roundNanos));
    double until = budget.spentNanos() + mayTake;
    return rounds(plan, items, alone, new Rounds(rounds, until), dispatchNanos);
  }

  /**
   * Runs items until threads meet, and again if they then wait for each other: they may share a
   * lock for a part of their time, or once.
   *
   * @param mayTake nanoseconds that it may take
   * @param mayTakeUntilMet the same as long as no thread met another, at least as many
   */
  private Meeting meet(ExecutionPlan plan, double mayTake, double mayTakeUntilMet) {
    int threads = plan.nJobs();
    double least = Math.ceil(LEAST_CHUNK_NANOS / profile.itemNanos());
    int size = (int) Math.max(1, Math.min(trial.items() / 2.0, least));
    double most = TIMES_MORE_ITEMS * threads * mayTakeUntilMet / profile.itemNanos() / size;
    int chunks = (int) Math.max(2, Math.min(MOST_CHUNKS, most));
    ExecutionPlan tried = new ExecutionPlan(threads, size, plan.executorType());
    double begun = budget.spentNanos();
    Meeting meeting = comparable(trial.meet(chunks, tried, mayTake, mayTakeUntilMet), size);
    while (!meeting.isUseful(threads)) {
      double until = meeting.waits() == 0 ? mayTakeUntilMet : mayTake;
      double left = begun + until - budget.spentNanos();
      if (left < LEAST_ROUND_NANOS) {
        break;
      }
      meeting = meeting.and(comparable(trial.meet(chunks, tried, left, left), size));
    }
    return meeting;
  }

  /** Of several items in a chunk, a lock that is held for one lies between the ends of others. */
  private Meeting comparable(Meeting meeting, int size) {
    return size > 1 || isUnequal() ? meeting.ofUnequal() : meeting;
  }

  private PilotReading rounds(
      ExecutionPlan plan, int items, int alone, Rounds rounds, double dispatchNanos) {
    int threads = plan.nJobs();
    ExecutionPlan tried =
        new ExecutionPlan(threads, Math.min(plan.chunkSize(), items), plan.executorType());
    boolean computes = computes();
    PilotRounds seen = new PilotRounds(threads, computes);
    OneItem one = new OneItem(profile.itemNanos(), computes ? profile.itemNanos() : -1);
    long compiled = host.compiledMillis().getAsLong();
    // Unequal items that nobody timed alone are not those that were sampled; many threads that
    // seem useless are not tried on trust.
    boolean comparable = !isUnequal() || threads > MOST_ON_TRUST;
    for (int round = 0; round == 0 || isWanted(round, rounds, seen); round++) {
      // Of code that has not settled, what was sampled is as good as another look.
      boolean again = profile.settled() || (round == 0 && isUnequal());
      if (again && budget.leftNanos() >= 2 * alone * one.occupiedNanos()) {
        OneItem latest = alone(alone);
        comparable = true;
        one = round == 0 && !areAlike() ? latest : one.least(latest);
      }
      ParallelReading run = trial.parallel(items, tried);
      seen.add(run, one, dispatchNanos);
    }
    if (!computes && !profile.settled()) {
      refined = seen.refine(refined);
    }
    boolean still = profile.settled() && host.compiledMillis().getAsLong() == compiled;
    // A first round of a function that waits starts threads, and tells little of those.
    boolean settled = comparable && still && (computes || seen.rounds() > 1);
    boolean missed = computes && seen.isInTurn() && !seen.isUseless() && threads <= FEW_THREADS;
    return missed ? corrected(seen, settled, tried) : seen.reading(settled, false);
  }

  /** Threads that the host ran in turn may have missed a lock, and be better than they seemed. */
  private PilotReading corrected(PilotRounds seen, boolean settled, ExecutionPlan plan) {
    double left = budget.allowedNanos() - 2 * LEAST_TO_MEET_NANOS;
    double mayTake = Math.max(LEAST_TO_MEET_NANOS, left);
    Meeting meeting = meet(plan, mayTake, mayTake);
    if (meeting.isFree()) {
      return seen.reading(settled, true).withoutLateness();
    }
    return seen.reading(settled, false).atMost(meeting.together(plan.nJobs()));
  }

  /** How many rounds, and the time on the budget after which no other is begun. */
  private record Rounds(int most, double untilNanos) {}

  private boolean isWanted(int round, Rounds rounds, PilotRounds seen) {
    if (round == 1 && !computes() && profile.settled()) {
      // The first round of a function that waits starts threads.
      return !isOver();
    }
    if (seen.isUseless()) {
      return round < (profile.settled() ? rounds.most() : 1) + SECOND_OPINIONS && !isOver();
    }
    return round < rounds.most() && budget.spentNanos() < rounds.untilNanos();
  }

  private OneItem alone(int items) {
    SampleWindow window = SampleWindow.take(trial, budget::totalNanos, items, 0);
    double cpu = window.cpuNanos();
    return new OneItem(window.nanosPerItem(), cpu < 0 ? -1 : cpu / items);
  }
}
