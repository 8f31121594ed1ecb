package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.PerformanceResult;
import io.amorsize.workload.WorkloadSpec;

/** Hears of a suite's progress; every method may be left as it is. */
public interface SuiteListener {

  /** Hears nothing. */
  SuiteListener SILENT = new SuiteListener() {};

  /** So many forks will run. */
  default void expecting(int forks) {}

  /** A workload's turn has come. */
  default void started(WorkloadSpec<?, ?> spec) {}

  /** A workload was planned. */
  default void planned(WorkloadSpec<?, ?> spec, OptimizationResult optimization) {}

  /** A fork has ended. */
  default void forkEnded(WorkloadSpec<?, ?> spec) {}

  /** A workload's result stands. */
  default void finished(PerformanceResult result) {}
}
