package io.amorsize.jmh.benchmarks;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A workload with its items and its plan, ready to run. */
final class WorkloadSetup<T, R> {

  static final String SEED = "amorsize.seed";
  static final String MAX_ITEMS = "amorsize.maxItems";
  static final String AUTO = "auto";

  private final Function<? super T, ? extends R> function;
  private final List<T> items;
  private final ExecutionPlan serial;
  private final ExecutionPlan planned;

  private WorkloadSetup(
      Function<? super T, ? extends R> function,
      List<T> items,
      ExecutionPlan serial,
      ExecutionPlan planned) {
    this.function = function;
    this.items = items;
    this.serial = serial;
    this.planned = planned;
  }

  /**
   * Prepares a workload of the catalog.
   *
   * @param name the workload's name
   * @param nJobs threads, {@code auto}, or null for a serial benchmark
   * @param chunkSize the most items in a chunk, {@code auto}, or null for a serial benchmark
   * @param executor an executor's label, {@code auto}, or null for a serial benchmark
   * @throws IllegalArgumentException if there is no such workload or a parameter is out of range
   * @throws IllegalStateException if the parallel result is not the serial one
   */
  static WorkloadSetup<?, ?> prepare(String name, String nJobs, String chunkSize, String executor) {
    long seed = Long.getLong(SEED, StandardWorkloads.DEFAULT_SEED);
    WorkloadCatalog catalog =
        WorkloadCatalog.load(Thread.currentThread().getContextClassLoader(), seed);
    WorkloadSpec<?, ?> spec =
        catalog
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no workload '"
                            + name
                            + "'; there are "
                            + catalog.all().stream().map(WorkloadSpec::name).toList()));
    return prepare(
        spec.limitedTo(Integer.getInteger(MAX_ITEMS, Integer.MAX_VALUE)),
        nJobs,
        chunkSize,
        executor);
  }

  private static <T, R> WorkloadSetup<T, R> prepare(
      WorkloadSpec<T, R> spec, String nJobs, String chunkSize, String executor) {
    List<T> items = spec.items();
    ExecutionPlan serial = ExecutionPlan.serial(items.size());
    ExecutionPlan planned = nJobs == null ? serial : plan(spec, items, nJobs, chunkSize, executor);
    WorkloadSetup<T, R> setup = new WorkloadSetup<>(spec.function(), items, serial, planned);
    setup.requireSameResults(spec.name());
    return setup;
  }

  private static <T, R> ExecutionPlan plan(
      WorkloadSpec<T, R> spec, List<T> items, String nJobs, String chunkSize, String executor) {
    boolean asks = nJobs.equals(AUTO) || chunkSize.equals(AUTO);
    OptimizationResult chosen = asks ? Amorsize.optimize(spec.function(), items) : null;
    if (executor.equals(ExecutorType.SERIAL.label()) && nJobs.equals(AUTO)) {
      return ExecutionPlan.serial(items.size());
    }
    int threads = nJobs.equals(AUTO) ? chosen.nJobs() : number("nJobs", nJobs);
    int chunk = chunkSize.equals(AUTO) ? chosen.chunkSize() : number("chunkSize", chunkSize);
    ExecutorType type = executor.equals(AUTO) ? typeFor(threads, chosen) : type(executor);
    return new ExecutionPlan(threads, chunk, threads == 1 ? ExecutorType.SERIAL : type);
  }

  private static ExecutorType typeFor(int threads, OptimizationResult chosen) {
    return chosen == null || chosen.plan().isSerial()
        ? ExecutionPlan.platform(threads, 1).executorType()
        : chosen.executorType();
  }

  private static ExecutorType type(String executor) {
    return ExecutorType.of(executor)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "executor must be serial, platform, virtual or " + AUTO + ", is " + executor));
  }

  private static int number(String param, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          param + " must be a whole number or " + AUTO + ", is " + value, e);
    }
  }

  private void requireSameResults(String name) {
    Object[] expected = runSerial().toArray();
    Object[] found = runPlanned().toArray();
    if (!Arrays.deepEquals(expected, found)) {
      throw new IllegalStateException(
          "workload '" + name + "': the parallel result differs from the serial one");
    }
  }

  ExecutionPlan planned() {
    return planned;
  }

  List<R> runSerial() {
    return Amorsize.map(function, items, serial);
  }

  List<R> runPlanned() {
    return Amorsize.map(function, items, planned);
  }
}
