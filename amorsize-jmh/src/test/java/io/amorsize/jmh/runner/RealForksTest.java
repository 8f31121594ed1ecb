package io.amorsize.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.json.JmhRows;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JVMs that are really forked; each run is as short as JMH lets it be. */
class RealForksTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final JmhForkRunner runner =
      new JmhForkRunner(ForkJvm.measuringArgs(Optional.empty()), log);

  private static ForkRequest request(String method, Map<String, String> params) {
    return new ForkRequest(
        "io.amorsize.jmh.benchmarks." + method,
        params,
        2,
        3,
        Duration.ofMillis(20),
        Duration.ofSeconds(30),
        List.of("-Damorsize.maxItems=50"));
  }

  private static WorkloadSpec<?, ?> find(String name) {
    return WorkloadCatalog.load(
            RealForksTest.class.getClassLoader(), StandardWorkloads.DEFAULT_SEED)
        .find(name)
        .orElseThrow()
        .limitedTo(50);
  }

  @Test
  void aForkIsMeasuredWithItsWarmup() {
    ForkRun run =
        runner.run(request("FastFunction.parallel", Map.of("nJobs", "2", "chunkSize", "auto")));
    assertThat(run.warmup()).hasSize(2);
    assertThat(JmhRows.primary(run.row()).forks()).hasSize(1);
    assertThat(JmhRows.primary(run.row()).forks().get(0).size()).isEqualTo(3);
    assertThat(run.row().at("/params/nJobs").textValue()).isEqualTo("2");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Iteration   3");
  }

  @ParameterizedTest
  @CsvSource({
    "throws, broken on purpose",
    "exits, forked VM failed with exit code 3",
    "differs, the parallel result differs from the serial one",
    "fills memory, java.lang.OutOfMemoryError: ",
    "dies, forked VM failed with exit code 137",
    "none, there is no workload 'none'",
  })
  void aForkThatFailsSaysWhy(String workload, String message) {
    assertThatThrownBy(
            () -> runner.run(request("CustomWorkload.serial", Map.of("workload", workload))))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aForkThatHangsIsKilled() {
    ForkRequest request =
        new ForkRequest(
            "io.amorsize.jmh.benchmarks.CustomWorkload.serial",
            Map.of("workload", "hangs"),
            2,
            3,
            Duration.ofMillis(20),
            Duration.ofSeconds(3),
            List.of());
    assertThatThrownBy(() -> runner.run(request))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageEndingWith(": no sign of it for 6 s, so its JVM was killed");
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aPlanThatTakesForEverIsEnded() {
    JavaFork fork = JavaFork.measuring(Duration.ofSeconds(2));
    ForkedPlanner hasty =
        new ForkedPlanner(StandardWorkloads.DEFAULT_SEED, Duration.ofMillis(1), fork, log);
    assertThatThrownBy(() -> hasty.plan(find("hangs")))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage("planning 'hangs' failed: no plan after 5 s, so its JVM was killed");
  }

  @Test
  void aWorkloadIsPlannedInAForkOfItsOwn() {
    OptimizationResult plan = planner().plan(find("fast_function"));
    assertThat(plan.plan().isSerial()).isTrue();
    assertThat(plan.bestParallel()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "throws, broken on purpose",
    "exits, its JVM ended with exit code 3 and no plan",
    "fills memory, java.lang.OutOfMemoryError",
    "dies, its JVM ended with exit code 137 and no plan"
  })
  void aPlanThatFailsSaysWhy(String workload, String message) {
    assertThatThrownBy(() -> planner().plan(find(workload)))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageStartingWith("planning '" + workload + "' failed: ")
        .hasMessageContaining(message);
  }

  @Test
  void twoSessionsDoNotMeasureAtOnce() {
    if (Boolean.getBoolean("jmh.ignoreLock")) {
      return;
    }
    try (SessionLock first = SessionLock.acquire()) {
      assertThat(first).isNotNull();
      System.clearProperty("jmh.ignoreLock");
      assertThatThrownBy(SessionLock::acquire)
          .isInstanceOf(BenchmarkFailedException.class)
          .hasMessageStartingWith("another JMH run holds ");
    }
  }

  private ForkedPlanner planner() {
    return new ForkedPlanner(
        StandardWorkloads.DEFAULT_SEED, RunProfile.QUICK, Optional.empty(), Optional.empty(), log);
  }
}
