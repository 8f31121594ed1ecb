package io.amorsize.optimizer;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.execution.ParallelMap;
import io.amorsize.workload.WorkloadType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Plans a function over a list from what it measures: the time of an item once the JIT has settled,
 * what handing work to the pool costs, what threads cost each other, and who else wants the cores.
 *
 * <p>A wrong parallel plan costs some dispatch, since the caller does whatever helpers do not; a
 * wrong serial plan costs the other cores. So a plan is serial only where something was seen that
 * makes threads useless: too little work, or items that hinder each other.
 *
 * <p>Planning calls the function, more than once for some items.
 */
public final class Optimizer {

  /** Pilots with more threads than this share of the ideal need no further pilots below. */
  private static final double SCALES = 0.9;

  /**
   * Threads that wait lose as much to waking up late, which more threads do not make worse; half of
   * each would be lost to a lock that is held while waiting.
   */
  private static final double WAITS_SCALE = 0.75;

  /** The first pilot, of the most threads, decides most and gets the most time. */
  private static final double FIRST_PILOT_SHARE = 0.6;

  /** A function whose threads did less than this share of what was expected is tried otherwise. */
  private static final double DISAPPOINTING = 0.7;

  private final OptimizerOptions options;
  private final Optional<PlanningHost> invented;

  /** An optimizer on this machine. */
  public Optimizer(OptimizerOptions options) {
    this.options = requireNonNull(options, "options is null");
    this.invented = Optional.empty();
  }

  /** An optimizer on a machine that may be invented. */
  public Optimizer(OptimizerOptions options, PlanningHost host) {
    this.options = requireNonNull(options, "options is null");
    this.invented = Optional.of(requireNonNull(host, "host is null"));
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
    PlanningHost host = host();
    PlanningBudget budget = new PlanningBudget(host.nanoClock(), options);
    if (items.size() < 2) {
      return Decision.unsampled(items.size(), "fewer than 2 items: nothing to share", budget);
    }
    if (ParallelMap.isNested()) {
      return Decision.unsampled(
          items.size(), "called from a function that is itself being mapped", budget);
    }
    return plan(new ListTrial<>(function, items, host.nanoClock()), host, budget);
  }

  /**
   * Runs a function over a list and finds out on the way how; the function is called exactly once
   * for each item.
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
    Object[] results = new Object[items.size()];
    mapInto(function, ParallelMap.randomAccess(items), results);
    return ParallelMap.asResults(results);
  }

  /** Plans work that can be tried. */
  public OptimizationResult plan(Trial trial) {
    PlanningHost host = host();
    return plan(trial, host, new PlanningBudget(host.nanoClock(), options));
  }

  /** Read where it is needed: to map needs no more than the options, and should load no more. */
  private PlanningHost host() {
    return invented.isPresent() ? invented.get() : PlanningHost.current();
  }

  private OptimizationResult plan(Trial trial, PlanningHost host, PlanningBudget budget) {
    return decide(trial, host, budget, new Sampler(trial, budget, host).sample());
  }

  private OptimizationResult decide(
      Trial trial, PlanningHost host, PlanningBudget budget, SampleProfile profile) {
    CostModel model =
        new CostModel(trial.items(), profile.itemNanos(), profile.coefficientOfVariation());
    ThreadLimits limits = ThreadLimits.of(options, profile, trial.items());
    HostShare share = new HostShare(host.processors(), options.maxThreads(), profile.others());
    Decision decision = new Decision(trial.items(), profile, model, limits, share, budget);
    if (limits.most() < 2) {
      return decision.serial(limits.reason(), List.of());
    }
    boolean waits = profile.type() != WorkloadType.CPU_BOUND;
    // Only of threads that have a clock of their own can it be told whether they waited at all.
    boolean known = waits && profile.settled();
    ExecutorType first =
        known && ExecutorType.VIRTUAL.isSupported() && limits.most() > options.maxThreads()
            ? ExecutorType.VIRTUAL
            : ExecutorType.PLATFORM;
    PlanChooser chooser = chooser(model, share, profile, first);
    if (!waits) {
      OnceCompiled compiled = new OnceCompiled(model, profile);
      PlanCandidate atBest =
          chooser(compiled.estimate(), share, profile, first).bestIdeal(limits.between());
      if (atBest.estimatedSpeedup() < PlanChooser.LEAST_SPEEDUP || compiled.mayBeTiny()) {
        return decision.tooShort(atBest, chooser.ideal(2));
      }
      limits = limits.atMost(atBest.plan().nJobs());
    }
    Pilot pilot = new Pilot(trial, budget, profile, share, host);
    List<PilotReading> readings = readings(pilot, chooser, limits);
    if (waits && pilot.profile().type() == WorkloadType.CPU_BOUND) {
      return decide(trial, host, budget, pilot.profile());
    }
    share = pilot.shareNow();
    SampleProfile seen = pilot.profile().beside(share.others());
    chooser = chooser(model, share, seen, first);
    List<PlanCandidate> candidates = candidates(readings, chooser, limits);
    if (first == ExecutorType.VIRTUAL && disappoints(candidates, chooser)) {
      PlanChooser platform = chooser(model, share, seen, ExecutorType.PLATFORM);
      candidates =
          Stream.concat(
                  candidates.stream(),
                  candidates(readings(pilot, platform, limits), platform, limits).stream())
              .toList();
    }
    return decision.beside(share).of(candidates, chooser);
  }

  private PlanChooser chooser(
      CostModel model, HostShare share, SampleProfile profile, ExecutorType executor) {
    OnceCompiled compiled = new OnceCompiled(model, profile);
    CostModel chunked = compiled.ofChunks();
    return new PlanChooser(
        model,
        host().dispatchNanos(),
        share,
        compiled.passNanos(),
        Math.max(0.001, profile.cpuShare()),
        threads -> new ExecutionPlan(threads, chunked.chunkSize(threads), executor));
  }

  /** Virtual threads that are pinned to their carriers do no better than those do. */
  private static boolean disappoints(List<PlanCandidate> candidates, PlanChooser chooser) {
    PlanCandidate best = PlanChooser.best(candidates);
    double ideal = chooser.ideal(best.plan().nJobs()).estimatedSpeedup();
    return best.estimatedSpeedup() < DISAPPOINTING * ideal;
  }

  /**
   * Pilots of the most threads, then of half as many and so on while the threads hinder each other.
   */
  private static List<PilotReading> readings(
      Pilot pilot, PlanChooser chooser, ThreadLimits limits) {
    List<PilotReading> readings = new ArrayList<>();
    List<Integer> pilots = limits.pilots();
    for (int threads : pilots) {
      boolean last = threads == pilots.get(pilots.size() - 1);
      if (threads > limits.cores() && !last && !pilot.isAffordable(threads)) {
        continue;
      }
      PilotReading reading =
          pilot.read(
              chooser.plans().apply(threads),
              chooser.dispatchNanos().applyAsDouble(threads),
              FIRST_PILOT_SHARE);
      readings.add(reading);
      if (reading.parallelism() >= SCALES * threads || pilot.isOver()) {
        break;
      }
    }
    return readings;
  }

  /** Numbers of threads that were not tried are judged by the law that fits the pilots. */
  private static List<PlanCandidate> candidates(
      List<PilotReading> readings, PlanChooser chooser, ThreadLimits limits) {
    List<PlanCandidate> candidates = new ArrayList<>();
    Set<Integer> tried = new HashSet<>();
    for (PilotReading reading : readings) {
      candidates.add(chooser.candidate(reading));
      tried.add(reading.threads());
    }
    IntToDoubleFunction parallelism = parallelism(readings, limits.waits() ? WAITS_SCALE : SCALES);
    for (int threads : limits.between()) {
      if (!tried.contains(threads)) {
        candidates.add(chooser.between(threads, parallelism.applyAsDouble(threads)));
      }
    }
    return candidates;
  }

  /**
   * What numbers of threads do that were not tried. What each thread loses where they hardly hinder
   * each other, as in waking from a wait, more of them lose too; between pilots, no number does
   * more than the best.
   */
  private static IntToDoubleFunction parallelism(List<PilotReading> readings, double scalesFrom) {
    List<ScalabilityLaw.Point> points = new ArrayList<>();
    int tried = 0;
    double most = 0;
    double each = 0;
    for (PilotReading reading : readings) {
      points.add(new ScalabilityLaw.Point(reading.threads(), reading.parallelism()));
      tried = Math.max(tried, reading.threads());
      most = Math.max(most, reading.parallelism());
      each = Math.max(each, reading.parallelism() / reading.threads());
    }
    ScalabilityLaw law = ScalabilityLaw.fit(points);
    int largest = tried;
    double bound = most;
    double kept = each;
    boolean scales = each >= scalesFrom;
    return threads ->
        threads < largest
            ? Math.min(bound, law.parallelism(threads))
            : scales ? threads * kept : law.parallelism(threads);
  }

  /**
   * Does what {@link #map} does and tells the plan, for more items of this kind.
   *
   * @param items the items; a list without random access is read by position and so should be short
   * @param results takes the result of item i at i
   * @return the plan that the last items ran under
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   */
  public <T, R> ExecutionPlan mapInto(
      Function<? super T, ? extends R> function, List<? extends T> items, Object[] results) {
    return new AdaptiveMap<T, R>(function, items, results, options).run(0);
  }

  /** {@link #mapInto} where the first items are done. */
  <T, R> void mapRest(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      Object[] results,
      int done) {
    new AdaptiveMap<T, R>(function, items, results, options).run(done);
  }
}
