package io.amorsize.examples;

import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.PerformanceResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Runs the standard suite and keeps the results under a name with the time in it. */
public final class ContinuousMonitoring {

  private ContinuousMonitoring() {}

  /** Runs the suite; the exit code is 1 if a workload failed. */
  public static void main(String[] args) {
    String time =
        LocalDateTime.now(java.time.ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT));
    Path file = Path.of("benchmarks", "daily", time + ".json");
    boolean passed =
        run(SuiteOptions.builder().profile(RunProfile.QUICK).resultsPath(file).build(), System.out);
    System.exit(passed ? 0 : 1);
  }

  static boolean run(SuiteOptions options, PrintStream out) {
    Map<String, PerformanceResult> results = new PerformanceSuite().run(options);
    long passed = results.values().stream().filter(PerformanceResult::passed).count();
    out.printf("Passed: %d/%d benchmarks%n", passed, results.size());
    options.resultsPath().ifPresent(path -> out.println("Results saved to " + path));
    return passed == results.size();
  }
}
