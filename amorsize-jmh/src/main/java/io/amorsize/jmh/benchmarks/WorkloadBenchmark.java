package io.amorsize.jmh.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One workload as two benchmarks: {@code serial} is a plain loop, {@code parallel} runs under the
 * plan of {@code nJobs}, {@code chunkSize} and {@code executor}, where {@code auto} asks the
 * optimizer. One operation is one pass over all items.
 *
 * <p>System properties: {@value WorkloadSetup#SEED} for the data, {@value WorkloadSetup#MAX_ITEMS}
 * for fewer items.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public abstract class WorkloadBenchmark {

  private WorkloadSetup<?, ?> setup;

  /** Name of the workload that this class runs. */
  abstract String workloadName();

  /**
   * Makes the items and the plan, and checks the parallel result against the serial one.
   *
   * @param params the parameters of the benchmark that is about to run
   */
  @Setup
  public void prepare(BenchmarkParams params) {
    setup =
        WorkloadSetup.prepare(
            workloadName(),
            params.getParam("nJobs"),
            params.getParam("chunkSize"),
            params.getParam("executor"));
  }

  /** One pass on the calling thread. */
  @Benchmark
  public List<?> serial() {
    return setup.runSerial();
  }

  /**
   * One pass under the plan.
   *
   * @param plan declares the parameters; they were read on set-up
   */
  @Benchmark
  public List<?> parallel(PlanParams plan) {
    return setup.runPlanned();
  }

  /** The parameters of a plan; {@code auto} asks the optimizer. */
  @State(Scope.Benchmark)
  public static class PlanParams {
    /** Threads, at least 1, or {@code auto}. */
    @Param(WorkloadSetup.AUTO)
    public String nJobs;

    /** The most items in a chunk, at least 1, or {@code auto}. */
    @Param(WorkloadSetup.AUTO)
    public String chunkSize;

    /**
     * {@code serial}, {@code platform}, {@code virtual} or {@code auto}; where threads and chunk
     * are given, {@code auto} means platform threads.
     */
    @Param(WorkloadSetup.AUTO)
    public String executor;
  }
}
