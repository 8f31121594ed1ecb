package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.jmh.json.JmhRows;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Prediction;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import io.amorsize.warmup.PilotWarmup;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Plans and measures one workload. Each pair of forks, a serial and a parallel one in random order
 * with a ruler reading between them, has a planning of its own before it, so that predictions and
 * measurements saw the same host, and so that the predictions show how much they vary. The first
 * plannings come together, since one alone may have met a moment in which the host was busy. The
 * first pair of forks also tells where it settles, and so chooses the warm-up of all.
 */
final class WorkloadMeasurer {

  private static final String BENCHMARKS = "io.amorsize.jmh.benchmarks.";

  private static final Map<String, String> STANDARD_CLASSES =
      Map.of(
          "cpu_intensive", "CpuIntensive",
          "mixed_workload", "MixedWorkload",
          "memory_intensive", "MemoryIntensive",
          "fast_function", "FastFunction",
          "variable_time", "VariableTime");

  /** What the forks of one workload gave. */
  record Measured(
      SpeedupMeasurement speedup,
      PilotWarmup warmup,
      List<ObjectNode> rows,
      List<ObjectNode> fullRows) {}

  private final SuiteOptions options;
  private final Planner planner;
  private final ForkRunner forks;
  private final IntFunction<RulerReading> ruler;
  private final SplittableRandom order;

  WorkloadMeasurer(
      SuiteOptions options, Planner planner, ForkRunner forks, IntFunction<RulerReading> ruler) {
    this.options = options;
    this.planner = planner;
    this.forks = forks;
    this.ruler = ruler;
    this.order = new SplittableRandom(options.seed());
  }

  /** Plans a workload until the host gave its cores and plannings agree. */
  Plannings plan(WorkloadSpec<?, ?> spec) {
    List<Planned> made = new ArrayList<>();
    Plannings plannings;
    do {
      made.add(planOnce(spec));
      plannings = new Plannings(made);
    } while (!plannings.areEnough());
    return plannings;
  }

  /** Plans between two readings of the ruler, of which the worse one counts. */
  private Planned planOnce(WorkloadSpec<?, ?> spec) {
    int processors = Runtime.getRuntime().availableProcessors();
    RulerReading before = ruler.apply(processors);
    OptimizationResult optimization = planner.plan(spec);
    RulerReading after = ruler.apply(processors);
    return new Planned(optimization, before.coreShare() < after.coreShare() ? before : after);
  }

  /**
   * Runs all pairs of a workload.
   *
   * @param plannings what was planned beforehand, the predictions of the first pairs
   * @param plan the plan that is measured: the recommended one, or a serial one's best alternative
   */
  Measured measure(WorkloadSpec<?, ?> spec, Plannings plannings, ExecutionPlan plan) {
    RunProfile profile = options.profile();
    int threads = Math.min(plan.nJobs(), Runtime.getRuntime().availableProcessors());
    Pairs pairs = new Pairs(spec, params(plan), profile.warmupIterations());
    List<RulerReading> rulers = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    PilotWarmup warmup = null;
    for (int pair = 0; pair < profile.pairs(); pair++) {
      boolean planned = pair < plannings.made().size();
      predictions.add(prediction(planned ? plannings.made().get(pair) : planOnce(spec), plan));
      boolean serialFirst = order.nextBoolean();
      pairs.run(serialFirst, profile.iterations());
      rulers.add(ruler.apply(threads));
      pairs.run(!serialFirst, profile.iterations());
      warmup = pair == 0 ? pairs.chooseWarmup(profile) : warmup;
    }
    SpeedupMeasurement speedup =
        new SpeedupMeasurement(
            seconds(row(pairs.serial)), seconds(row(pairs.parallel)), rulers, predictions);
    return new Measured(
        speedup,
        warmup,
        List.of(row(pairs.serial), row(pairs.parallel)),
        List.of(fullRow(pairs.serial), fullRow(pairs.parallel)));
  }

  /** The forks of a workload; the first pair chooses the warm-up of all. */
  private final class Pairs {

    private final WorkloadSpec<?, ?> spec;
    private final Map<String, String> plan;
    private final List<ForkRun> serial = new ArrayList<>();
    private final List<ForkRun> parallel = new ArrayList<>();
    private int warmupIterations;

    Pairs(WorkloadSpec<?, ?> spec, Map<String, String> plan, int warmupIterations) {
      this.spec = spec;
      this.plan = plan;
      this.warmupIterations = warmupIterations;
    }

    void run(boolean isSerial, int iterations) {
      ForkIterations split = new ForkIterations(warmupIterations, iterations - warmupIterations);
      ForkRequest request =
          isSerial
              ? request(spec, "serial", Map.of(), split)
              : request(spec, "parallel", plan, split);
      (isSerial ? serial : parallel).add(forks.run(request));
      options.listener().forkEnded(spec);
    }

    PilotWarmup chooseWarmup(RunProfile profile) {
      PilotWarmup chosen =
          PilotWarmup.of(
              List.of(serial.get(0).costs(), parallel.get(0).costs()), profile.warmupBounds());
      warmupIterations = chosen.iterations();
      serial.replaceAll(pilot -> pilot.recut(warmupIterations));
      parallel.replaceAll(pilot -> pilot.recut(warmupIterations));
      return chosen;
    }
  }

  /** Iterations of a fork: warm-up, and measured behind it. */
  private record ForkIterations(int warmup, int measured) {}

  /** What a planning predicts for a number of threads, or for the nearest that it tried. */
  private static Prediction prediction(Planned planned, ExecutionPlan plan) {
    double speedup =
        planned.optimization().candidates().stream()
            .min(Comparator.comparingInt(tried -> Math.abs(tried.plan().nJobs() - plan.nJobs())))
            .map(PlanCandidate::estimatedSpeedup)
            .orElse(1.0);
    return new Prediction(speedup, planned.ruler());
  }

  private static Map<String, String> params(ExecutionPlan plan) {
    return Map.of(
        "nJobs", Integer.toString(plan.nJobs()),
        "chunkSize", Integer.toString(plan.chunkSize()),
        "executor", plan.executorType().label());
  }

  private ForkRequest request(
      WorkloadSpec<?, ?> spec, String method, Map<String, String> plan, ForkIterations split) {
    Map<String, String> params = new HashMap<>(plan);
    String type = STANDARD_CLASSES.get(spec.name());
    if (type == null) {
      type = "CustomWorkload";
      params.put("workload", spec.name());
    }
    return new ForkRequest(
        BENCHMARKS + type + "." + method,
        params,
        split.warmup(),
        split.measured(),
        RunProfile.ITERATION,
        spec.maxExecutionTime().plus(Duration.ofSeconds(30)),
        jvmArgs(spec));
  }

  private List<String> jvmArgs(WorkloadSpec<?, ?> spec) {
    List<String> arguments = new ArrayList<>();
    if (options.seed() != StandardWorkloads.DEFAULT_SEED) {
      arguments.add("-Damorsize.seed=" + options.seed());
    }
    arguments.add("-Damorsize.maxItems=" + spec.dataSize());
    return arguments;
  }

  private static ObjectNode row(List<ForkRun> runs) {
    return JmhRows.merge(runs.stream().map(ForkRun::row).toList());
  }

  private static ObjectNode fullRow(List<ForkRun> runs) {
    return JmhRows.withWarmup(row(runs), runs.stream().map(ForkRun::warmup).toList());
  }

  /** A row's forks in seconds per pass. */
  private static Measurements seconds(ObjectNode row) {
    Measurements measured = JmhRows.primary(row);
    double factor = measured.unit().factorTo(MetricUnit.SECONDS_PER_OPERATION).orElseThrow();
    List<Fork> forks =
        measured.forks().stream()
            .map(fork -> Fork.of(fork.stream().map(score -> score * factor).toArray()))
            .toList();
    return new Measurements(MetricUnit.SECONDS_PER_OPERATION, forks);
  }
}
