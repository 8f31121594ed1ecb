package io.amorsize.jmh.benchmarks;

/** The workload {@code variable_time}: items of very different cost. */
public class VariableTime extends WorkloadBenchmark {
  @Override
  String workloadName() {
    return "variable_time";
  }
}
