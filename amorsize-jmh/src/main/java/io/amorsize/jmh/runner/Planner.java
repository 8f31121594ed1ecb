package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.workload.WorkloadSpec;

/** Plans workloads; tests use one that knows its answers. */
public interface Planner {

  /**
   * Plans one workload.
   *
   * @throws BenchmarkFailedException if no plan came of it
   */
  OptimizationResult plan(WorkloadSpec<?, ?> spec);
}
