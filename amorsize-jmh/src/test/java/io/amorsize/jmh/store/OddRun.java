package io.amorsize.jmh.store;

import io.amorsize.history.NewRun;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunOrigin;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import io.amorsize.unit.MetricUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A run with everything that is hard to keep. */
final class OddRun {

  /** NUL, quotes, a line's end, and what would end a statement. */
  static final String NAME = "a\0b'\"\\\n\u2028; DROP TABLE run; -- \u00e4\ud83d\ude00";

  /** The same with half a character, which no name in JSON can hold. */
  static final String TEXT = NAME + "\ud83dx";

  private static final RowSettings SETTINGS =
      new RowSettings(
          Optional.of("1.37"),
          Optional.of("17.0.9"),
          Optional.of(TEXT),
          Optional.empty(),
          Optional.of(List.of("-Xmx1g", TEXT)),
          OptionalInt.of(3),
          OptionalInt.empty(),
          OptionalInt.of(2),
          Optional.of("1 s"),
          Optional.empty());

  private OddRun() {}

  static NewRun everything() {
    RunOrigin origin =
        new RunOrigin(
            TEXT,
            Instant.parse("2026-02-28T23:59:59.999Z"),
            Optional.of(TEXT),
            Optional.of(TEXT),
            new TreeMap<>(Map.of(NAME, "", "k", TEXT)),
            Optional.of(
                new RunEnvironment(
                    TEXT, 2, "Linux", "amd64", "6.1", "Debian", 17, List.of("-Xmx1g"))));
    return new NewRun(
        origin,
        new RunContent(
            List.of(
                row("p.Odd.run", Map.of(NAME, TEXT, "empty", ""), odd()),
                row("p.Odd.run", Map.of(NAME, TEXT, "empty", ""), plain(2)),
                row("p.Odd.run", Map.of(), Metric.unusable(unit("us/op"), score(), TEXT)),
                row(
                    "io.amorsize.jmh.benchmarks.CpuIntensive.parallel",
                    Map.of("nJobs", "2", "chunkSize", "4", "x", "y"),
                    plain(3)),
                row("x".repeat(70_000), Map.of("p", "y".repeat(70_000)), plain(4))),
            Map.of("fast_function", result())));
  }

  private static BenchmarkRow row(String name, Map<String, String> params, Metric primary) {
    return new BenchmarkRow(
        new BenchmarkKey(name, "avgt", new TreeMap<>(params), 1),
        primary,
        new TreeMap<>(Map.of("gc.alloc.rate.norm", bytes(), NAME, plain(9))),
        SETTINGS);
  }

  private static MetricUnit unit(String symbol) {
    return MetricUnit.parse(symbol);
  }

  private static OptionalDouble score() {
    return OptionalDouble.of(-0.0);
  }

  /** Forks of different lengths whose numbers have nothing in common. */
  private static Metric odd() {
    List<Fork> forks =
        List.of(
            Fork.of(Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 0.1 + 0.2),
            Fork.of(-1),
            Fork.of(new double[300]));
    return new Metric(new Measurements(unit("us/op"), forks), score(), Optional.empty());
  }

  private static Metric plain(double center) {
    List<Fork> forks = List.of(Fork.of(center, center * 1.01), Fork.of(center * 1.02));
    return new Metric(
        new Measurements(unit(TEXT), forks), OptionalDouble.empty(), Optional.empty());
  }

  private static Metric bytes() {
    return new Metric(
        new Measurements(unit("B/op"), List.of(Fork.of(24, 24), Fork.of(24, 24))),
        OptionalDouble.of(24),
        Optional.empty());
  }

  private static PerformanceResult result() {
    return new PerformanceResult(
        "fast_function",
        Optional.of(new PlanRecord(2, 4, Double.NaN, "threads", TEXT, List.of(TEXT))),
        Optional.of(
            new BenchmarkResult(
                Duration.ofNanos(2_000_001),
                Duration.ofNanos(1_234_567),
                1.6199,
                1.7,
                95.3,
                -4.7,
                Optional.empty(),
                List.of())),
        true,
        false,
        List.of(TEXT),
        Map.of("n", 1L, "d", 0.1, "list", List.of(1L, TEXT), "map", Map.of(NAME, true)));
  }
}
