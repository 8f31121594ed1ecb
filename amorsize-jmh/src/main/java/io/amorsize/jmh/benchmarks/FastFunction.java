package io.amorsize.jmh.benchmarks;

/** The workload {@code fast_function}: x squared. */
public class FastFunction extends WorkloadBenchmark {
  @Override
  String workloadName() {
    return "fast_function";
  }
}
