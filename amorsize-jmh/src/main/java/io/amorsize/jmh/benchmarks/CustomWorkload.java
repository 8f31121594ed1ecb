package io.amorsize.jmh.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Any workload that a provider on the class path names. */
@State(Scope.Benchmark)
public class CustomWorkload extends WorkloadBenchmark {

  /** The workload's name. */
  @Param("fast_function")
  public String workload;

  @Override
  String workloadName() {
    return workload;
  }
}
