package io.amorsize.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.workload.StandardWorkloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A performance gate as a JUnit test. It takes a minute and needs a quiet machine, so it has a tag
 * and runs only where asked for: {@code mvn -B verify -Pperformance}.
 */
@Tag("performance")
class PerformanceRegressionTest {

  private static final Path BASELINE = Path.of("target", "benchmarks", "baseline.json");
  private static final Path CURRENT = Path.of("target", "benchmarks", "current.json");

  @Test
  void noPerformanceRegression() {
    SuiteOptions.Builder options =
        SuiteOptions.builder()
            .workloads(StandardWorkloads.all().subList(0, 2))
            .profile(RunProfile.QUICK);
    if (!Files.exists(BASELINE)) {
      new PerformanceSuite().run(options.resultsPath(BASELINE).build());
    }

    Map<String, PerformanceResult> results =
        new PerformanceSuite().run(options.resultsPath(CURRENT).build());
    assertThat(results.values()).allMatch(PerformanceResult::passed);

    PerformanceComparison comparison = PerformanceComparison.compare(BASELINE, CURRENT, 0.15);
    assumeTrue(!comparison.couldNotTell(), () -> "the host was not idle: " + comparison.findings());
    assertThat(comparison.regressions()).isEmpty();
  }
}
