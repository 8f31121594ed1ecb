package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import io.amorsize.verdict.RowSelection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkloadSamplesTest {

  private static final MetricUnit MILLIS = MetricUnit.parse("ms/op");

  private static Measurements millis(double... forks) {
    return new Measurements(
        MILLIS, java.util.Arrays.stream(forks).mapToObj(each -> Fork.of(each)).toList());
  }

  private static PerformanceResult result(
      int threads, double speedup, Optional<SpeedupMeasurement> kept) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    kept.ifPresent(forks -> MetadataJson.put(metadata, forks));
    return new PerformanceResult(
        "w",
        Optional.of(new PlanRecord(threads, 1, speedup, "threads", "", List.of())),
        Optional.of(
            new BenchmarkResult(
                Duration.ofMillis(12),
                Duration.ofMillis(6),
                speedup,
                2.2,
                90,
                -10,
                Optional.empty(),
                List.of())),
        true,
        false,
        List.of(),
        metadata);
  }

  private static Map<String, Series> series(PerformanceResult result) {
    MemoryHistory history = new MemoryHistory(Histories.CLOCK);
    history.record(new NewRun(Histories.origin(1), RunContent.ofResults(Map.of("w", result))));
    RowSelection all = new RowSelection(List.of(), List.of(), List.of(io.amorsize.policy.Glob.ANY));
    return history.series(RunFilter.ALL, all).stream()
        .collect(Collectors.toMap(each -> each.key().metric(), each -> each));
  }

  private static double value(Map<String, Series> all, String metric) {
    return all.get(metric).latest().value();
  }

  @Test
  void aParallelPlanIsFollowedByItsPairs() {
    Optional<SpeedupMeasurement> kept =
        Optional.of(new SpeedupMeasurement(millis(12, 8), millis(6, 4), List.of(), List.of()));
    Map<String, Series> all = series(result(2, 2, kept));
    assertThat(all).containsOnlyKeys("speedup", "accuracy", "execution_time", "regret");
    assertThat(value(all, "speedup")).isCloseTo(2, within(1e-12));
    assertThat(all.get("speedup").latest().forks()).isEqualTo(2);
    assertThat(all.get("speedup").better()).isEqualTo(Better.HIGHER);
    assertThat(value(all, "execution_time")).isCloseTo(Math.sqrt(6e-3 * 4e-3), within(1e-12));
    assertThat(all.get("execution_time").better()).isEqualTo(Better.LOWER);
    assertThat(value(all, "accuracy")).isCloseTo(90, within(1e-9));
    assertThat(value(all, "regret")).isEqualTo(1);
    assertThat(all.get("speedup").key().isWorkload()).isTrue();
  }

  @Test
  void aPlanThatIsSlowerThanTheLoopIsRegretted() {
    assertThat(value(series(result(2, 0.5, Optional.empty())), "regret")).isEqualTo(2);
  }

  @Test
  void aSerialPlanIsRegrettedWhereItsAlternativeIsFaster() {
    Optional<SpeedupMeasurement> kept =
        Optional.of(new SpeedupMeasurement(millis(12, 12), millis(8, 8), List.of(), List.of()));
    Map<String, Series> all = series(result(1, 1, kept));
    assertThat(value(all, "regret")).isCloseTo(1.5, within(1e-12));
    assertThat(value(all, "speedup")).isEqualTo(1);
    assertThat(value(all, "execution_time")).isCloseTo(12e-3, within(1e-12));
    assertThat(series(result(1, 1, Optional.empty()))).doesNotContainKey("regret");
  }

  @Test
  void whatWasNotMeasuredIsNotFollowed() {
    PerformanceResult planned =
        new PerformanceResult(
            "w", Optional.empty(), Optional.empty(), false, false, List.of(), Map.of());
    assertThat(series(planned)).isEmpty();
  }
}
