package io.amorsize.jmh.runner;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.Optimizer;
import io.amorsize.optimizer.OptimizerOptions;
import io.amorsize.result.JsonFile;
import io.amorsize.result.OptimizationJson;
import io.amorsize.result.WholeFile;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The JVM that plans one workload: a workload that ends its JVM, or fills its memory, then takes
 * nothing else down. Its plan is that of warm code, as the measuring forks run it.
 */
public final class PlanningFork {

  /** A nightly run can afford more planning than a production call, and is judged by it. */
  static final Duration PLANNING_FLOOR = Duration.ofMillis(300);

  private PlanningFork() {}

  /**
   * Plans a workload.
   *
   * @param args the workload's name, the seed, the most items, the warm-up in milliseconds, and the
   *     file to write the plan to
   */
  public static void main(String[] args) {
    WorkloadSpec<?, ?> spec =
        WorkloadCatalog.load(PlanningFork.class.getClassLoader(), Long.parseLong(args[1]))
            .find(args[0])
            .orElseThrow()
            .limitedTo(Integer.parseInt(args[2]));
    OptimizationResult plan = plan(spec, Duration.ofMillis(Long.parseLong(args[3])));
    WholeFile.write(Path.of(args[4]), JsonFile.text(OptimizationJson.plain(plan)));
  }

  /** Warms a workload's code and plans it. */
  static <T, R> OptimizationResult plan(WorkloadSpec<T, R> spec, Duration warmup) {
    List<T> items = spec.items();
    List<ExecutionPlan> plans =
        List.of(ExecutionPlan.serial(items.size()), ExecutionPlan.platform(2, 1));
    long start = System.nanoTime();
    for (int pass = 0; pass < 2 || System.nanoTime() - start < warmup.toNanos(); pass++) {
      ParallelMap.map(spec.function(), items, plans.get(pass % plans.size()));
    }
    OptimizerOptions options = OptimizerOptions.defaults().withPlanningFloor(PLANNING_FLOOR);
    return new Optimizer(options).optimize(spec.function(), items);
  }
}
