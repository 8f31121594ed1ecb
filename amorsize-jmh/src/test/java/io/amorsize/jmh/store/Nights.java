package io.amorsize.jmh.store;

import io.amorsize.history.NewRun;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunOrigin;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes nights whose numbers follow from their seeds. */
final class Nights {

  static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private Nights() {}

  /** A night of some benchmarks, 5 forks of 10 iterations each. */
  static NewRun night(int number, int benchmarks) {
    SplittableRandom random = new SplittableRandom(number);
    List<BenchmarkRow> rows = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      rows.add(row("p.Bench" + i + ".run", Map.of(), "us/op", 100 + i, random));
    }
    return new NewRun(origin(number), RunContent.ofRows(rows));
  }

  static RunOrigin origin(int number) {
    return RunOrigin.of("nightly", FIRST.plusSeconds(86_400L * number))
        .at(Optional.of("%07x".formatted(number / 3)), Optional.of("main"));
  }

  static BenchmarkRow row(
      String benchmark,
      Map<String, String> params,
      String unit,
      double center,
      SplittableRandom random) {
    Metric metric = metric(unit, center, random);
    return new BenchmarkRow(
        new BenchmarkKey(benchmark, "avgt", new TreeMap<>(params), 1),
        metric,
        new TreeMap<>(),
        RowSettings.UNKNOWN);
  }

  static Metric metric(String unit, double center, SplittableRandom random) {
    List<Fork> forks =
        IntStream.range(0, 5)
            .mapToObj(
                fork ->
                    Fork.of(
                        IntStream.range(0, 10)
                            .mapToDouble(i -> center * (1 + 0.01 * random.nextDouble()))
                            .toArray()))
            .toList();
    return new Metric(
        new Measurements(MetricUnit.parse(unit), forks),
        OptionalDouble.of(forks.stream().mapToDouble(Fork::mean).average().orElseThrow()),
        Optional.empty());
  }
}
