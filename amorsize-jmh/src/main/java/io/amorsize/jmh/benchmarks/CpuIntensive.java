package io.amorsize.jmh.benchmarks;

/** The workload {@code cpu_intensive}: prime checking and factorization. */
public class CpuIntensive extends WorkloadBenchmark {
  @Override
  String workloadName() {
    return "cpu_intensive";
  }
}
