package io.amorsize.examples;

import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.PerformanceResult;
import io.amorsize.workload.WorkloadSpec;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** A workload built in code: it is planned and measured in this JVM. */
public final class CustomWorkload {

  private CustomWorkload() {}

  /** Runs the workload. */
  public static void main(String[] args) {
    run(System.out);
  }

  static PerformanceResult run(PrintStream out) {
    WorkloadSpec<int[], Integer> images =
        WorkloadSpec.builder(
                "image_processing", ImageProcessing::brightest, ImageProcessing::images, 50)
            .description("Image transformation pipeline")
            .minSpeedup(0.5)
            .maxExecutionTime(Duration.ofSeconds(60))
            .build();

    PerformanceResult result =
        new PerformanceSuite()
            .runBenchmark(images, SuiteOptions.builder().workloads(List.of(images)).build());
    out.println("Passed: " + result.passed());
    out.println("Issues: " + result.issues());
    return result;
  }
}
