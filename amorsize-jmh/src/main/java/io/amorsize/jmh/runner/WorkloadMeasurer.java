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
 * plannings come together, since one alone may have met a moment in which the host was busy.
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
  record Measured(SpeedupMeasurement speedup, List<ObjectNode> rows, List<ObjectNode> fullRows) {}

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
    ForkRequest serialFork = request(spec, "serial", Map.of());
    ForkRequest parallelFork = request(spec, "parallel", params(plan));
    int threads = Math.min(plan.nJobs(), Runtime.getRuntime().availableProcessors());
    List<ForkRun> serial = new ArrayList<>();
    List<ForkRun> parallel = new ArrayList<>();
    List<RulerReading> rulers = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int pair = 0; pair < options.profile().pairs(); pair++) {
      boolean planned = pair < plannings.made().size();
      predictions.add(prediction(planned ? plannings.made().get(pair) : planOnce(spec), plan));
      boolean serialFirst = order.nextBoolean();
      run(spec, serialFirst ? serialFork : parallelFork, serialFirst ? serial : parallel);
      rulers.add(ruler.apply(threads));
      run(spec, serialFirst ? parallelFork : serialFork, serialFirst ? parallel : serial);
    }
    SpeedupMeasurement speedup =
        new SpeedupMeasurement(seconds(row(serial)), seconds(row(parallel)), rulers, predictions);
    return new Measured(
        speedup, List.of(row(serial), row(parallel)), List.of(fullRow(serial), fullRow(parallel)));
  }

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

  private void run(WorkloadSpec<?, ?> spec, ForkRequest request, List<ForkRun> runs) {
    runs.add(forks.run(request));
    options.listener().forkEnded(spec);
  }

  private ForkRequest request(WorkloadSpec<?, ?> spec, String method, Map<String, String> plan) {
    Map<String, String> params = new HashMap<>(plan);
    String type = STANDARD_CLASSES.get(spec.name());
    if (type == null) {
      type = "CustomWorkload";
      params.put("workload", spec.name());
    }
    return new ForkRequest(
        BENCHMARKS + type + "." + method,
        params,
        options.profile().warmupIterations(),
        options.profile().measurementIterations(),
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
