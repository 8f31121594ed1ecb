package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.jmh.json.JmhRows;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Measures one workload in pairs of forks, a serial and a parallel one in random order with a ruler
 * reading between them.
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
  private final ForkRunner forks;
  private final IntFunction<RulerReading> ruler;
  private final SplittableRandom order;

  WorkloadMeasurer(SuiteOptions options, ForkRunner forks, IntFunction<RulerReading> ruler) {
    this.options = options;
    this.forks = forks;
    this.ruler = ruler;
    this.order = new SplittableRandom(options.seed());
  }

  /** Runs all pairs of a workload under a plan. */
  Measured measure(WorkloadSpec<?, ?> spec, ExecutionPlan plan) {
    ForkRequest serialFork = request(spec, "serial", Map.of());
    ForkRequest parallelFork =
        request(
            spec,
            "parallel",
            Map.of(
                "nJobs",
                Integer.toString(plan.nJobs()),
                "chunkSize",
                Integer.toString(plan.chunkSize())));
    int threads = Math.min(plan.nJobs(), Runtime.getRuntime().availableProcessors());
    List<ForkRun> serial = new ArrayList<>();
    List<ForkRun> parallel = new ArrayList<>();
    List<RulerReading> rulers = new ArrayList<>();
    for (int pair = 0; pair < options.profile().pairs(); pair++) {
      boolean serialFirst = order.nextBoolean();
      run(spec, serialFirst ? serialFork : parallelFork, serialFirst ? serial : parallel);
      rulers.add(ruler.apply(threads));
      run(spec, serialFirst ? parallelFork : serialFork, serialFirst ? parallel : serial);
    }
    SpeedupMeasurement speedup =
        new SpeedupMeasurement(seconds(row(serial)), seconds(row(parallel)), rulers);
    return new Measured(
        speedup, List.of(row(serial), row(parallel)), List.of(fullRow(serial), fullRow(parallel)));
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
