package io.amorsize.optimizer;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.workload.WorkloadType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/**
 * Plans a function over a list from what it measures: the time of an item once the JIT has settled,
 * what handing work to the pool costs, and how much parallelism a short pilot really got.
 *
 * <p>Planning calls the function, more than once for some items.
 */
public final class Optimizer {

  /** Items in flight may hold this share of the heap that is free. */
  private static final double HEAP_SHARE = 0.5;

  /** Where whole passes can be run, the rest of the budget is for them. */
  private static final double PILOT_SHARE = 0.4;

  private final OptimizerOptions options;
  private final LongSupplier nanoClock;
  private final IntToDoubleFunction dispatchNanos;

  /** An optimizer on the system's clock and this host's dispatch cost. */
  public Optimizer(OptimizerOptions options) {
    this(options, System::nanoTime, DispatchCost::nanos);
  }

  Optimizer(OptimizerOptions options, LongSupplier nanoClock, IntToDoubleFunction dispatchNanos) {
    this.options = requireNonNull(options, "options is null");
    this.nanoClock = nanoClock;
    this.dispatchNanos = dispatchNanos;
  }

  /**
   * Plans a function over a list.
   *
   * @param function pure, and safe to call from several threads
   * @param items the items; a list without random access is read by position and so should be short
   * @throws io.amorsize.execution.ItemFailedException if the function throws on a sampled item
   */
  public <T, R> OptimizationResult optimize(
      Function<? super T, ? extends R> function, List<? extends T> items) {
    requireNonNull(function, "function is null");
    requireNonNull(items, "items is null");
    PlanningBudget budget = new PlanningBudget(nanoClock, options);
    if (items.size() < 2) {
      return serial(
          items.size(),
          "fewer than 2 items: nothing to share",
          Optional.empty(),
          List.of(),
          budget);
    }
    return plan(ListTrial.replaying(function, items, nanoClock), items.size(), budget);
  }

  /**
   * Runs a function over a list, planning on the way: the first items are the sample and the pilot,
   * and their results are kept, so that the function is called exactly once for each item.
   *
   * @param function safe to call from several threads
   * @param items the items
   * @return results in the order of the items, unmodifiable
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   */
  public <T, R> List<R> map(
      Function<? super T, ? extends R> function, Collection<? extends T> items) {
    requireNonNull(function, "function is null");
    requireNonNull(items, "items is null");
    List<? extends T> list = ParallelMap.randomAccess(items);
    Object[] results = new Object[list.size()];
    ExecutionPlan plan = ExecutionPlan.serial(list.size());
    int done = 0;
    if (list.size() >= 2) {
      ListTrial<T, R> trial = ListTrial.consuming(function, list, results, nanoClock);
      plan = plan(trial, list.size(), new PlanningBudget(nanoClock, options)).plan();
      done = trial.next();
    }
    ParallelMap.mapRange(function, list, done, list.size(), results, plan);
    return ParallelMap.asResults(results);
  }

  OptimizationResult plan(Trial trial, int items, PlanningBudget budget) {
    SampleProfile profile = new Sampler(trial, budget, items).sample();
    CostModel model = new CostModel(items, profile.itemNanos(), profile.coefficientOfVariation());
    PlanChooser chooser = new PlanChooser(model, dispatchNanos);
    int most = mostThreads(items, profile);
    if (most < 2) {
      String reason =
          options.maxThreads() < 2
              ? "only one thread may be used"
              : "memory holds only one item at a time";
      return serial(items, reason, Optional.of(profile), List.of(), budget);
    }
    PlanCandidate atBest = chooser.ideal(Math.min(most, options.maxThreads()));
    if (atBest.estimatedSpeedup() < PlanChooser.LEAST_SPEEDUP && isComputing(profile)) {
      List<PlanCandidate> rehearsed =
          new Rehearsal(trial, budget, model.serialNanos()).of(List.of(chooser.ideal(2)));
      return serial(items, tooShort(model, atBest), Optional.of(profile), rehearsed, budget);
    }
    List<PlanCandidate> candidates = pilots(trial, budget, profile, chooser, most);
    List<PlanCandidate> rehearsed =
        new Rehearsal(trial, budget, model.serialNanos()).of(candidates);
    return decide(profile, rehearsed, model, budget);
  }

  private List<PlanCandidate> pilots(
      Trial trial, PlanningBudget budget, SampleProfile profile, PlanChooser chooser, int most) {
    Pilot pilot = new Pilot(trial, budget, profile);
    double share = trial.canRehearse() ? PILOT_SHARE : 1;
    List<PlanCandidate> candidates = new ArrayList<>();
    List<Integer> threads = threadCounts(most);
    for (int i = 0; i < threads.size(); i++) {
      int tried = threads.get(i);
      pilot
          .read(tried, dispatchNanos.applyAsDouble(tried), share / (threads.size() - i))
          .map(chooser::candidate)
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  private OptimizationResult decide(
      SampleProfile profile,
      List<PlanCandidate> candidates,
      CostModel model,
      PlanningBudget budget) {
    if (candidates.isEmpty()) {
      return serial(
          model.items(), "too few items to share", Optional.of(profile), candidates, budget);
    }
    PlanCandidate best = PlanChooser.best(candidates);
    if (best.estimatedSpeedup() < PlanChooser.LEAST_SPEEDUP) {
      String reason =
          String.format(
              Locale.ROOT,
              "%d threads would give %.2fx, less than the %.2fx that is worth a thread",
              best.plan().nJobs(),
              best.estimatedSpeedup(),
              PlanChooser.LEAST_SPEEDUP);
      return serial(model.items(), reason, Optional.of(profile), candidates, budget);
    }
    String reason =
        String.format(
            Locale.ROOT,
            "%d threads gave %.2fx in a pilot; items of %s take chunks of %d",
            best.plan().nJobs(),
            best.estimatedSpeedup(),
            PlanText.time(profile.itemNanos()),
            best.plan().chunkSize());
    return new OptimizationResult(
        best.plan(),
        best.estimatedSpeedup(),
        best.lower(),
        best.upper(),
        reason,
        warnings(profile),
        Optional.of(profile),
        candidates,
        Duration.ofNanos((long) budget.spentNanos()));
  }

  private OptimizationResult serial(
      int items,
      String reason,
      Optional<SampleProfile> profile,
      List<PlanCandidate> candidates,
      PlanningBudget budget) {
    return new OptimizationResult(
        ExecutionPlan.serial(items),
        1,
        1,
        1,
        reason,
        profile.map(Optimizer::warnings).orElse(List.of()),
        profile,
        candidates,
        Duration.ofNanos((long) budget.spentNanos()));
  }

  private static String tooShort(CostModel model, PlanCandidate atBest) {
    return String.format(
        Locale.ROOT,
        "one pass takes %s; %d threads would give %.2fx at best, dispatch counted",
        PlanText.time(model.serialNanos()),
        atBest.plan().nJobs(),
        atBest.estimatedSpeedup());
  }

  private static List<String> warnings(SampleProfile profile) {
    return profile.settled()
        ? List.of()
        : List.of("timings had not settled when the planning budget ended");
  }

  private static boolean isComputing(SampleProfile profile) {
    return profile.type() == WorkloadType.CPU_BOUND;
  }

  /**
   * Most threads worth trying. A function that waits for w of every c + w nanoseconds keeps a core
   * busy with (c + w) / c threads (Goetz et al., Java Concurrency in Practice, 8.2).
   */
  private int mostThreads(int items, SampleProfile profile) {
    double threads = options.maxThreads();
    if (!isComputing(profile)) {
      threads = Math.min(options.maxWaitingThreads(), threads / Math.max(0.01, profile.cpuShare()));
    }
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    double byMemory = HEAP_SHARE * free / Math.max(1, profile.bytesPerItem());
    return (int) Math.min(items, Math.min(Math.ceil(threads), Math.max(1, byMemory)));
  }

  /** Powers of two up to the most, the processors, and the most itself. */
  private List<Integer> threadCounts(int most) {
    TreeSet<Integer> counts = new TreeSet<>();
    for (int threads = 2; threads < most; threads *= 2) {
      counts.add(threads);
    }
    counts.add(Math.min(most, Math.max(2, options.maxThreads())));
    counts.add(most);
    return List.copyOf(counts);
  }

  /**
   * Does what {@link #map} does and tells the plan, so that more items of this kind can be run
   * without planning again.
   *
   * @param items the items; a list without random access is read by position and so should be short
   * @param results takes the result of item i at i
   * @return the plan that the last items ran under
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   */
  public <T, R> ExecutionPlan mapInto(
      Function<? super T, ? extends R> function, List<? extends T> items, Object[] results) {
    ExecutionPlan plan = ExecutionPlan.serial(items.size());
    int done = 0;
    if (items.size() >= 2) {
      ListTrial<T, R> trial = ListTrial.consuming(function, items, results, nanoClock);
      plan = plan(trial, items.size(), new PlanningBudget(nanoClock, options)).plan();
      done = trial.next();
    }
    ParallelMap.mapRange(function, items, done, items.size(), results, plan);
    return plan;
  }
}
