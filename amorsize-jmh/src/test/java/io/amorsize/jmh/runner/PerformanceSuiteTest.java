package io.amorsize.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.result.JsonFile;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on recorded forks: no JVM is started and nothing sleeps. */
class PerformanceSuiteTest {

  @TempDir Path folder;

  private final RecordedSuites recorded = new RecordedSuites();

  private SuiteOptions.Builder options() {
    return SuiteOptions.builder().profile(RunProfile.QUICK).runFolder(folder.resolve("run"));
  }

  @Test
  void runsEveryWorkloadInPairsOfForks() {
    Map<String, PerformanceResult> results = recorded.suite().run(options().build());
    assertThat(results)
        .containsOnlyKeys(
            "cpu_intensive",
            "mixed_workload",
            "memory_intensive",
            "fast_function",
            "variable_time");
    assertThat(results.values()).allMatch(PerformanceResult::passed);
    assertThat(recorded.requests()).hasSize(5 * 2 * 3);
    List<String> cpu =
        recorded.requests().stream()
            .limit(6)
            .map(ForkRequest::benchmark)
            .distinct()
            .sorted()
            .toList();
    assertThat(cpu)
        .containsExactly(
            "io.amorsize.jmh.benchmarks.CpuIntensive.parallel",
            "io.amorsize.jmh.benchmarks.CpuIntensive.serial");
    for (int pair = 0; pair < 3; pair++) {
      assertThat(recorded.requests().get(2 * pair).benchmark())
          .isNotEqualTo(recorded.requests().get(2 * pair + 1).benchmark());
    }
    ForkRequest parallel =
        recorded.requests().stream()
            .filter(request -> request.benchmark().endsWith("parallel"))
            .findFirst()
            .orElseThrow();
    assertThat(parallel.params())
        .isEqualTo(Map.of("nJobs", "2", "chunkSize", "5", "executor", "platform"));
  }

  @Test
  void judgesThePredictionByTheForks() {
    PerformanceResult result = recorded.suite().run(options().build()).get("cpu_intensive");
    assertThat(result.benchmarkResult().orElseThrow().actualSpeedup()).isCloseTo(2, within(0.01));
    assertThat(result.benchmarkResult().orElseThrow().accuracyPercent()).isCloseTo(95, within(0.5));
    assertThat(result.measurement().orElseThrow().rulers()).hasSize(3);
    assertThat(result.environment()).isPresent();
    assertThat(result.metadata())
        .containsEntry("measured", "forked")
        .containsEntry("recorded_at", RecordedSuites.NOW.toString())
        .containsEntry("workload_type", "cpu_bound")
        .containsEntry("observed_workload_type", "cpu_bound")
        .containsKey("speedup_interval");
  }

  @Test
  void reportsATypeThatSamplingDidNotSee() {
    PerformanceResult mixed = recorded.suite().run(options().build()).get("mixed_workload");
    assertThat(mixed.metadata().get("warnings").toString())
        .contains("expected a mixed workload, sampling saw a cpu_bound one");
  }

  @Test
  void judgesASerialPlanByItsBestAlternative() {
    recorded.serialPlan();
    PerformanceResult result = recorded.suite().run(options().build()).get("memory_intensive");
    assertThat(result.benchmarkResult().orElseThrow().accuracyPercent()).isCloseTo(50, within(0.5));
    assertThat(result.metadata().get("alternative").toString())
        .contains("n_jobs=2")
        .contains("actual_speedup=2.0");
  }

  @Test
  void aSlowPlanFailsUnlessTheHostHadNoCores() {
    PerformanceResult warned =
        recorded.micros(10_000, 10_000).suite().run(options().build()).get("cpu_intensive");
    assertThat(warned.passed()).isTrue();
    PerformanceResult failed =
        recorded.micros(10_000, 12_000).suite().run(options().build()).get("cpu_intensive");
    assertThat(failed.passed()).isFalse();
    assertThat(failed.regressionDetected()).isTrue();
    PerformanceResult unsure =
        recorded.coreShare(0.5).suite().run(options().build()).get("cpu_intensive");
    assertThat(unsure.passed()).isTrue();
    assertThat(unsure.metadata().get("could_not_tell").toString()).contains("50 % of its cores");
  }

  @Test
  void oneFailureTakesNothingElseDown() {
    Map<String, PerformanceResult> results =
        recorded.broken("Memory").suite().run(options().build());
    PerformanceResult broken = results.get("memory_intensive");
    assertThat(broken.passed()).isFalse();
    assertThat(broken.optimizerResult()).isPresent();
    assertThat(broken.issues().get(0)).contains("failed on purpose");
    assertThat(broken.metadata()).containsKey("error");
    assertThat(results.get("variable_time").passed()).isTrue();
  }

  @Test
  void keepsWhatIsFinishedAfterEachWorkload() {
    List<Integer> saved = new ArrayList<>();
    Path results = folder.resolve("saved.json");
    SuiteListener listener =
        new SuiteListener() {
          @Override
          public void started(WorkloadSpec<?, ?> spec) {
            saved.add(Files.exists(results) ? PerformanceResultJson.read(results).size() : 0);
          }
        };
    recorded.suite().run(options().resultsPath(results).listener(listener).build());
    assertThat(saved).containsExactly(0, 1, 2, 3, 4);
    assertThat(PerformanceResultJson.read(results)).hasSize(5);
  }

  @Test
  void leavesJmhJsonWithAndWithoutTheWarmup() {
    recorded.suite().run(options().build());
    JsonNode rows = JsonFile.readTree(folder.resolve("run/jmh-result.json"));
    assertThat(rows).hasSize(10);
    assertThat(rows.get(0).get("forks").intValue()).isEqualTo(3);
    assertThat(rows.at("/0/primaryMetric/rawData/0")).hasSize(10);
    JsonNode full = JsonFile.readTree(folder.resolve("run/jmh-result.warmup.json"));
    assertThat(full.at("/0/primaryMetric/rawData/0")).hasSize(15);
    assertThat(PerformanceResultJson.read(folder.resolve("run/performance_results.json")))
        .hasSize(5);
  }

  @Test
  void theFirstForksChooseTheWarmupOfAll() {
    recorded.slowIterations(24);
    PerformanceResult result =
        recorded
            .suite()
            .run(
                options()
                    .profile(RunProfile.STANDARD)
                    .workloads(StandardWorkloads.all().subList(0, 1))
                    .build())
            .get("cpu_intensive");
    // Steady from iteration 24 on, and half as much again.
    assertThat(result.metadata().get("warmup"))
        .isEqualTo(Map.of("iterations", 36, "steady_from", 24, "settled", true));
    List<ForkRequest> requests = recorded.requests();
    assertThat(requests).hasSize(10);
    assertThat(requests.subList(0, 2))
        .allMatch(pilot -> pilot.warmupIterations() == 20 && pilot.measurementIterations() == 40);
    assertThat(requests.subList(2, 10))
        .allMatch(fork -> fork.warmupIterations() == 36 && fork.measurementIterations() == 24);
    JsonNode rows = JsonFile.readTree(folder.resolve("run/jmh-result.json"));
    for (JsonNode row : rows) {
      assertThat(row.get("warmupIterations").intValue()).isEqualTo(36);
      assertThat(row.get("measurementIterations").intValue()).isEqualTo(24);
      assertThat(row.at("/primaryMetric/rawData")).hasSize(5).allMatch(fork -> fork.size() == 24);
      assertThat(row.at("/primaryMetric/scorePercentiles/100.0").doubleValue()).isLessThan(30_000);
    }
    JsonNode full = JsonFile.readTree(folder.resolve("run/jmh-result.warmup.json"));
    assertThat(full.at("/0/primaryMetric/rawData")).allMatch(fork -> fork.size() == 60);
  }

  @Test
  void withoutValidationItOnlyPlans() {
    Map<String, PerformanceResult> results =
        recorded.suite().run(options().runValidation(false).build());
    assertThat(recorded.requests()).isEmpty();
    assertThat(results.values()).allMatch(result -> result.benchmarkResult().isEmpty());
    assertThat(results.values()).allMatch(PerformanceResult::passed);
  }

  @Test
  void resultsAreSavedUnderTheUsualNameUnlessAnotherIsSaid() {
    Path other = Path.of("other.json");
    assertThat(SuiteOptions.defaults().resultsPath()).isEmpty();
    assertThat(SuiteOptions.builder().saveResults(true).build().resultsPath())
        .contains(SuiteOptions.DEFAULT_RESULTS);
    SuiteOptions.Builder named = SuiteOptions.builder().resultsPath(other);
    assertThat(named.saveResults(true).build().resultsPath()).contains(other);
    assertThat(named.saveResults(false).build().resultsPath()).isEmpty();
  }

  @Test
  void aWorkloadBuiltInCodeRunsInThisJvm() {
    WorkloadSpec<Integer, Long> spec =
        WorkloadSpec.<Integer, Long>builder(
                "own", PerformanceSuiteTest::spin, n -> IntStream.range(0, n).boxed().toList(), 400)
            .minSpeedup(0.01)
            .build();
    PerformanceResult result =
        recorded
            .suite()
            .runBenchmark(spec, options().workloads(List.of(spec)).validateMaxItems(20).build());
    assertThat(recorded.requests()).isEmpty();
    assertThat(result.metadata())
        .containsEntry("measured", "in process")
        .containsEntry("workload_size", 20);
    assertThat(result.benchmarkResult()).isPresent();
  }

  @Test
  void aFunctionThatThrowsInThisJvmIsAResult() {
    WorkloadSpec<Integer, Integer> spec =
        WorkloadSpec.<Integer, Integer>builder(
                "own",
                item -> {
                  throw new IllegalStateException("no");
                },
                n -> IntStream.range(0, n).boxed().toList(),
                5)
            .build();
    PerformanceResult result =
        recorded.suite().runBenchmark(spec, options().workloads(List.of(spec)).build());
    assertThat(result.passed()).isFalse();
    assertThat(result.issues().get(0)).contains("the function failed on item 0");
  }

  @Test
  void seedsOtherThanTheDefaultReachTheForks() {
    recorded.suite().run(options().workloads(StandardWorkloads.all(7)).seed(7).build());
    assertThat(recorded.requests())
        .allMatch(request -> request.jvmArgs().contains("-Damorsize.seed=7"));
  }

  @Test
  void profilesKeepTheirPromisedTimes() {
    assertThat(RunProfile.QUICK.expectedWorkload().multipliedBy(5))
        .isLessThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(RunProfile.STANDARD.expectedWorkload().multipliedBy(5))
        .isLessThanOrEqualTo(Duration.ofMinutes(8));
  }

  private static long spin(int item) {
    long z = item;
    for (int i = 0; i < 20_000; i++) {
      z = z * 31 + i;
    }
    return z;
  }
}
