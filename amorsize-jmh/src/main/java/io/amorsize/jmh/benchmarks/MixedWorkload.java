package io.amorsize.jmh.benchmarks;

/** The workload {@code mixed_workload}: computation and simulated I/O. */
public class MixedWorkload extends WorkloadBenchmark {
  @Override
  String workloadName() {
    return "mixed_workload";
  }
}
