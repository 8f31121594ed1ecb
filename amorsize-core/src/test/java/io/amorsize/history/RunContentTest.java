package io.amorsize.history;

import static io.amorsize.history.Histories.metric;
import static io.amorsize.history.Histories.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunContentTest {

  private static final Metric METRIC = metric("us/op", new double[] {1, 2}, new double[] {3});

  private static String hash(BenchmarkRow... rows) {
    return RunContent.ofRows(List.of(rows)).hash();
  }

  private static PerformanceResult result(String name, Map<String, Object> metadata) {
    return new PerformanceResult(
        name, Optional.empty(), Optional.empty(), true, false, List.of(), metadata);
  }

  private static RowSettings settings(String jdk) {
    return new RowSettings(
        Optional.empty(),
        Optional.of(jdk),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of("-Xmx1g")),
        OptionalInt.of(5),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static BenchmarkRow with(RowSettings settings) {
    BenchmarkRow plain = row("p.A.m", METRIC);
    return new BenchmarkRow(plain.key(), plain.primary(), plain.secondary(), settings);
  }

  private static RunContent workload(Map<String, Object> metadata) {
    return RunContent.ofResults(Map.of("w", result("w", metadata)));
  }

  @Test
  void theSameNumbersHaveTheSameHash() {
    assertThat(hash(row("p.A.m", METRIC)))
        .isEqualTo(hash(row("p.A.m", metric("us/op", new double[] {1, 2}, new double[] {3}))))
        .matches("[0-9a-f]{64}");
    assertThat(workload(Map.of("n", 1)).hash()).isEqualTo(workload(Map.of("n", 1L)).hash());
  }

  /** Every pair of these differs in one thing that was measured, or in how. */
  @Test
  void whateverDiffersMakesAnotherHash() {
    List<String> hashes = new ArrayList<>();
    hashes.add(hash(row("p.A.m", METRIC)));
    hashes.add(hash(row("p.A.n", METRIC)));
    hashes.add(hash(row(Histories.key("p.A.m", Map.of("n", "1")), METRIC, Map.of())));
    hashes.add(hash(row(Histories.key("p.A.m", Map.of()), METRIC, Map.of("gc", METRIC))));
    hashes.add(hash(row("p.A.m", metric("ms/op", new double[] {1, 2}, new double[] {3}))));
    hashes.add(hash(row("p.A.m", metric("us/op", new double[] {1}, new double[] {2, 3}))));
    hashes.add(hash(row("p.A.m", metric("us/op", new double[] {1, 2}, new double[] {4}))));
    hashes.add(
        hash(
            row(
                "p.A.m",
                new Metric(METRIC.measurements(), OptionalDouble.of(0), Optional.empty()))));
    hashes.add(
        hash(
            row(
                "p.A.m",
                Metric.unusable(MetricUnit.parse("us/op"), OptionalDouble.empty(), "why"))));
    hashes.add(hash(row("p.A.m", METRIC), row("p.A.m", METRIC)));
    hashes.add(hash(with(settings("17"))));
    hashes.add(hash(with(settings("21"))));
    hashes.add(workload(Map.of("n", 1)).hash());
    hashes.add(workload(Map.of("n", 1.0)).hash());
    hashes.add(workload(Map.of("n", "1")).hash());
    hashes.add(workload(Map.of("n", List.of(1))).hash());
    hashes.add(workload(Map.of("n", Map.of("1", true))).hash());
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void becomesOneSideOfAComparison() {
    RunContent content = RunContent.ofRows(List.of(row("p.A.m", METRIC)));
    RunOrigin origin = Histories.origin(1).measuredIn(Optional.of(Histories.machine("CPU")));
    assertThat(content.asRun("base", origin).rows()).isEqualTo(content.rows());
    assertThat(content.asRun("base", origin).environment()).isEqualTo(origin.environment());
  }

  @Test
  void comesApartAndTogetherAgain() {
    BenchmarkRow planned =
        row(
            Histories.key(
                "io.amorsize.jmh.benchmarks.CpuIntensive.parallel",
                Map.of("nJobs", "2", "chunkSize", "8", "size", "x")),
            METRIC,
            Map.of("gc", metric("B/op", new double[] {24})));
    RunContent content =
        RunContent.ofRows(List.of(row("p.B.m", METRIC), planned, row("p.B.m", METRIC)));
    List<Sample> samples = RunSamples.of(content);
    assertThat(RunSamples.rows(samples)).isEqualTo(content.rows());
    assertThat(samples).extracting(Sample::occurrence).containsExactly(0, 0, 0, 1);
    assertThat(samples.get(1).key().row().params()).isEqualTo(new TreeMap<>(Map.of("size", "x")));
    assertThat(samples.get(1).plan()).containsOnlyKeys("nJobs", "chunkSize");
  }

  @Test
  void refusesARunThatMeasuredNothing() {
    assertThatThrownBy(() -> RunContent.ofRows(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a run needs a row or a workload's result");
  }
}
