package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import io.amorsize.unit.MetricUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Makes runs, and histories of them, for tests. */
final class Histories {

  static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

  private Histories() {}

  static RunOrigin origin(int night) {
    return RunOrigin.of("nightly", FIRST.plus(Duration.ofDays(night)));
  }

  static RunOrigin origin(int night, String commit) {
    return origin(night).at(Optional.of(commit), Optional.of("main"));
  }

  static RunEnvironment machine(String cpu) {
    return new RunEnvironment(cpu, 4, "Linux", "amd64", "6.1", "Debian", 17, List.of());
  }

  static BenchmarkKey key(String benchmark, Map<String, String> params) {
    return new BenchmarkKey(benchmark, "avgt", new TreeMap<>(params), 1);
  }

  static Metric metric(String unit, double[]... forks) {
    return new Metric(
        new Measurements(MetricUnit.parse(unit), Arrays.stream(forks).map(Fork::of).toList()),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static BenchmarkRow row(String benchmark, Metric primary) {
    return row(key(benchmark, Map.of()), primary, Map.of());
  }

  static BenchmarkRow row(BenchmarkKey key, Metric primary, Map<String, Metric> secondary) {
    return new BenchmarkRow(key, primary, new TreeMap<>(secondary), RowSettings.UNKNOWN);
  }

  static NewRun run(RunOrigin origin, BenchmarkRow... rows) {
    return new NewRun(origin, RunContent.ofRows(List.of(rows)));
  }

  /** A night in which p.A.m took so long, in us/op, in each of three forks of one iteration. */
  static NewRun night(RunOrigin origin, double time) {
    return run(
        origin,
        row(
            "p.A.m",
            metric("us/op", new double[] {time}, new double[] {time}, new double[] {time})));
  }

  /** The one series of a history. */
  static Series only(HistoryStore store) {
    List<Series> all = store.series(RunFilter.ALL, io.amorsize.verdict.RowSelection.PRIMARY_OF_ALL);
    if (all.size() != 1) {
      throw new AssertionError("one series was expected, not " + all.size());
    }
    return all.get(0);
  }
}
