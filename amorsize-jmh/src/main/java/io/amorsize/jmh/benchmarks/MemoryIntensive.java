package io.amorsize.jmh.benchmarks;

/** The workload {@code memory_intensive}: large intermediate structures. */
public class MemoryIntensive extends WorkloadBenchmark {
  @Override
  String workloadName() {
    return "memory_intensive";
  }
}
