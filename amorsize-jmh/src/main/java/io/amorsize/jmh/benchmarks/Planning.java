package io.amorsize.jmh.benchmarks;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What planning costs in a warm JVM, beside one serial pass over the same items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class Planning {

  /** Name of the workload. */
  @Param({"fast_function", "cpu_intensive", "mixed_workload"})
  public String workload;

  private Planned<?, ?> planned;

  /** Makes the items. */
  @Setup
  public void prepare() {
    planned =
        Planned.of(
            WorkloadCatalog.load(
                    Thread.currentThread().getContextClassLoader(), StandardWorkloads.DEFAULT_SEED)
                .find(workload)
                .orElseThrow());
  }

  /** {@code Amorsize.optimize}. */
  @Benchmark
  public OptimizationResult optimize() {
    return planned.optimize();
  }

  /** {@code Amorsize.map}, which plans on the way. */
  @Benchmark
  public List<?> map() {
    return planned.map();
  }

  /** One serial pass. */
  @Benchmark
  public List<?> serial() {
    return planned.serial();
  }

  private record Planned<T, R>(Function<? super T, ? extends R> function, List<T> items) {

    static <T, R> Planned<T, R> of(WorkloadSpec<T, R> spec) {
      return new Planned<>(spec.function(), spec.items());
    }

    OptimizationResult optimize() {
      return Amorsize.optimize(function, items);
    }

    List<R> map() {
      return Amorsize.map(function, items);
    }

    List<R> serial() {
      return Amorsize.map(function, items, ExecutionPlan.serial(items.size()));
    }
  }
}
