package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.Prediction;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.result.WholeFile;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceComparisonTest {

  private static final double[] NOISE = {0.995, 1.003, 1.006, 0.998, 1.001};

  /** A result whose serial pass takes 20 ms; the rest differs from test to test. */
  private static final class Result {
    private final String name;
    private double speedup = 2;
    private double slower = 1;
    private double predicted = 2;
    private double coreShare = 1;
    private double planningCoreShare = 1;
    private double rulerMillis = 4;
    private int threads = 2;
    private String cpu = "Test CPU";
    private boolean keepsForks = true;
    private boolean measured = true;

    Result(String name) {
      this.name = name;
    }

    PerformanceResult build() {
      double[] serial = Arrays.stream(NOISE).map(n -> 0.02 * slower * n).toArray();
      double[] parallel = Arrays.stream(NOISE).map(n -> 0.02 * slower / speedup / n).toArray();
      Map<String, Object> metadata = new LinkedHashMap<>();
      if (keepsForks) {
        MetadataJson.put(
            metadata,
            new SpeedupMeasurement(
                forks(serial),
                forks(parallel),
                Collections.nCopies(
                    NOISE.length, new RulerReading(2, rulerMillis * 1e6, 2 * coreShare)),
                Collections.nCopies(
                    NOISE.length,
                    new Prediction(
                        predicted,
                        new RulerReading(2, rulerMillis * 1e6, 2 * planningCoreShare)))));
        MetadataJson.put(
            metadata, new RunEnvironment(cpu, 2, "Linux", "amd64", "6.1", "Debian", 17, List.of()));
      }
      BenchmarkResult benchmark =
          new BenchmarkResult(
              Duration.ofNanos(Math.round(2e7 * slower)),
              Duration.ofNanos(Math.round(2e7 * slower / speedup)),
              speedup,
              predicted,
              BenchmarkResult.accuracyPercent(speedup, predicted),
              BenchmarkResult.errorPercent(speedup, predicted),
              Optional.empty(),
              List.of());
      return new PerformanceResult(
          name,
          Optional.of(new PlanRecord(threads, 10, predicted, "platform", "", List.of())),
          measured ? Optional.of(benchmark) : Optional.empty(),
          true,
          false,
          List.of(),
          metadata);
    }

    private static Measurements forks(double[] seconds) {
      return new Measurements(
          MetricUnit.SECONDS_PER_OPERATION, Arrays.stream(seconds).mapToObj(Fork::of).toList());
    }
  }

  private final Result before = new Result("a");
  private final Result after = new Result("a");

  @TempDir Path folder;

  private static Map<String, PerformanceResult> results(Result... results) {
    Map<String, PerformanceResult> byName = new LinkedHashMap<>();
    for (Result result : results) {
      byName.put(result.name, result.build());
    }
    return byName;
  }

  private PerformanceComparison compare() {
    return PerformanceComparison.compare(results(before), results(after), 0.10);
  }

  private static List<FindingCode> codes(PerformanceComparison comparison) {
    return comparison.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aResultDoesNotDifferFromItself() {
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).isEmpty();
    assertThat(comparison.improvements()).isEmpty();
    assertThat(comparison.unchanged()).containsExactly("a");
    assertThat(comparison.findings()).isEmpty();
    assertThat(comparison.hasRegressions()).isFalse();
    assertThat(comparison.couldNotTell()).isFalse();
  }

  @Test
  void aSlowerFunctionIsARegressionOfTime() {
    after.slower = 1.5;
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).hasSize(1);
    WorkloadChange change = comparison.regressions().get(0);
    assertThat(change.metric()).isEqualTo(WorkloadMetric.EXECUTION_TIME);
    assertThat(change.changePercent()).isCloseTo(50, within(1e-6));
    assertThat(change.base()).isCloseTo(0.01, within(1e-9));
    assertThat(change.current()).isCloseTo(0.015, within(1e-9));
    assertThat(change.p().orElseThrow()).isLessThan(1e-6);
    assertThat(change.q().orElseThrow()).isGreaterThanOrEqualTo(change.p().orElseThrow());
    assertThat(comparison.unchanged()).isEmpty();
    assertThat(comparison.hasRegressions()).isTrue();
  }

  @Test
  void swappedSidesTurnARegressionIntoAnImprovement() {
    after.slower = 1.5;
    PerformanceComparison swapped =
        PerformanceComparison.compare(results(after), results(before), 0.10);
    assertThat(swapped.regressions()).isEmpty();
    assertThat(swapped.improvements())
        .extracting(WorkloadChange::metric)
        .containsExactly(WorkloadMetric.EXECUTION_TIME);
  }

  @Test
  void aLostSpeedupShowsInAllThreeMetrics() {
    after.speedup = 1;
    assertThat(compare().regressions())
        .extracting(WorkloadChange::metric, change -> Math.round(change.changePercent()))
        .containsExactly(
            tuple(WorkloadMetric.SPEEDUP, -50L),
            tuple(WorkloadMetric.ACCURACY, -50L),
            tuple(WorkloadMetric.EXECUTION_TIME, 100L));
  }

  @Test
  void aChangeBelowTheThresholdIsNone() {
    after.slower = 1.09;
    assertThat(compare().unchanged()).containsExactly("a");
    assertThat(PerformanceComparison.compare(results(before), results(after), 0.05).regressions())
        .hasSize(1);
  }

  @Test
  void aChangeThatTheForksDoNotShowIsNone() {
    Map<String, PerformanceResult> base = results(before);
    after.slower = 1.15;
    PerformanceResult noisy = withTwoWildForks(after.build());
    PerformanceComparison comparison =
        PerformanceComparison.compare(base, Map.of("a", noisy), 0.10);
    assertThat(comparison.regressions()).isEmpty();
    assertThat(codes(comparison)).contains(FindingCode.NOT_SIGNIFICANT);
    assertThat(comparison.findings().get(0).message())
        .startsWith("a: execution time moved by +15.0 %, but its forks do not show it (q = ");
  }

  private static PerformanceResult withTwoWildForks(PerformanceResult result) {
    Map<String, Object> metadata = new LinkedHashMap<>(result.metadata());
    SpeedupMeasurement kept = result.measurement().orElseThrow();
    Measurements wild =
        new Measurements(
            MetricUnit.SECONDS_PER_OPERATION,
            List.of(Fork.of(0.005), Fork.of(0.03), Fork.of(0.01), Fork.of(0.02), Fork.of(0.007)));
    MetadataJson.put(
        metadata, new SpeedupMeasurement(kept.serial(), wild, kept.rulers(), kept.predictions()));
    return new PerformanceResult(
        result.workloadName(),
        result.optimizerResult(),
        result.benchmarkResult(),
        true,
        false,
        List.of(),
        metadata);
  }

  @Test
  void aHostThatLostItsCoresIsNoRegression() {
    after.speedup = 1.1;
    after.coreShare = 0.55;
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).isEmpty();
    assertThat(codes(comparison))
        .containsExactly(
            FindingCode.HOST_WITHOUT_CORES,
            FindingCode.HOST_WITHOUT_CORES,
            FindingCode.HOST_SPEED_CHANGED);
    assertThat(comparison.couldNotTell()).isTrue();
  }

  @Test
  void aPlanMadeWithoutCoresIsNoRegression() {
    after.speedup = 1;
    after.threads = 1;
    after.predicted = 1;
    after.planningCoreShare = 0.5;
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).isEmpty();
    assertThat(codes(comparison))
        .contains(FindingCode.PLAN_CHANGED, FindingCode.HOST_WITHOUT_CORES);
  }

  @Test
  void aHostThatRunsAtAnotherSpeedIsNoRegression() {
    after.slower = 1.3;
    after.rulerMillis = 5.2;
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).isEmpty();
    assertThat(comparison.findings())
        .extracting(Finding::message)
        .containsExactly(
            "a: execution time moved by +30.0 %, could not tell why: by the ruler alone, the host"
                + " made it 1.30 times worse; run again when the host is as it was");
  }

  @Test
  void aHostThatGotFasterIsNoImprovement() {
    after.slower = 0.7;
    after.rulerMillis = 2.8;
    PerformanceComparison comparison = compare();
    assertThat(comparison.improvements()).isEmpty();
    assertThat(comparison.findings().get(0).message()).contains("1.43 times better");
  }

  @Test
  void aRegressionLargerThanTheHostsShareStays() {
    after.slower = 2;
    after.rulerMillis = 5.2;
    assertThat(compare().regressions()).hasSize(1);
  }

  @Test
  void aChangedPlanIsAFinding() {
    after.threads = 1;
    assertThat(compare().findings())
        .extracting(Finding::code, Finding::message)
        .contains(
            tuple(
                FindingCode.PLAN_CHANGED,
                "a: the plan changed from 2 threads with chunks of 10 to serial"));
  }

  @Test
  void pointValuesAreJudgedByTheThreshold() {
    before.keepsForks = false;
    after.keepsForks = false;
    after.slower = 1.2;
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).hasSize(1);
    assertThat(comparison.regressions().get(0).p()).isEmpty();
    assertThat(comparison.regressions().get(0).q()).isEmpty();
    assertThat(codes(comparison))
        .containsExactly(FindingCode.ENVIRONMENT_UNKNOWN, FindingCode.POINT_VALUES);
  }

  @Test
  void resultsOfAnotherMachineAreAdviceOnly() {
    after.slower = 1.5;
    after.cpu = "Other CPU";
    PerformanceComparison comparison = compare();
    assertThat(comparison.regressions()).hasSize(1);
    assertThat(comparison.hasRegressions()).isFalse();
    assertThat(comparison.findings().get(0).message())
        .contains("CPU Test CPU against Other CPU")
        .contains("--ignore-environment");
    assertThat(comparison.ignoringEnvironments().hasRegressions()).isTrue();
  }

  @Test
  void namesWhatIsOnOneSideOnly() {
    PerformanceComparison comparison =
        PerformanceComparison.compare(
            results(before, new Result("gone")), results(after, new Result("fresh")), 0.1);
    assertThat(comparison.missingWorkloads()).containsExactly("gone");
    assertThat(comparison.newWorkloads()).containsExactly("fresh");
  }

  @Test
  void whatWasNotMeasuredIsNotCompared() {
    after.measured = false;
    PerformanceComparison comparison = compare();
    assertThat(comparison.unchanged()).isEmpty();
    assertThat(codes(comparison)).containsExactly(FindingCode.NOT_MEASURED);
    assertThat(comparison.couldNotTell()).isTrue();
  }

  @Test
  void readsFiles() {
    Path base = folder.resolve("base.json");
    Path current = folder.resolve("current.json");
    after.slower = 1.5;
    WholeFile.write(base, PerformanceResultJson.write(results(before).values()));
    WholeFile.write(current, PerformanceResultJson.write(results(after).values()));
    assertThat(PerformanceComparison.compare(base, current, 0.1).regressions()).hasSize(1);
  }

  @Test
  void refusesAThresholdOutOfRange() {
    for (double threshold : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> PerformanceComparison.compare(Map.of(), Map.of(), threshold))
          .hasMessage("threshold must be in (0, 1), is " + threshold);
    }
  }

  @Test
  void codesAndSeveritiesHaveTheirWordsForFiles() {
    assertThat(FindingCode.PLAN_CHANGED.label()).isEqualTo("plan-changed");
    assertThat(Severity.WARNING.label()).isEqualTo("warning");
    assertThat(WorkloadMetric.EXECUTION_TIME.label()).isEqualTo("execution_time");
    assertThat(WorkloadMetric.ACCURACY.valueKey()).isEqualTo("accuracy_percent");
  }
}
