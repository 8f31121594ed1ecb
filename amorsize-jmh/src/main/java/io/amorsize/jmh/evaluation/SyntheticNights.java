package io.amorsize.jmh.evaluation;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Nights of benchmarks that never ran, whose noise is that of real ones. */
final class SyntheticNights {

  /** Medians of measured benchmarks: between sessions, between forks, within a fork. */
  private static final double SESSION_SD = 0.01;

  private static final double FORK_SD = 0.02;
  private static final double ITERATION_SD = 0.03;

  private static final Instant FIRST = Instant.parse("2024-01-01T02:00:00Z");
  private static final MetricUnit UNIT = MetricUnit.parse("us/op");

  private final HistoryScale scale;
  private final RowSettings settings;

  SyntheticNights(HistoryScale scale) {
    this.scale = scale;
    this.settings =
        new RowSettings(
            Optional.of("1.37"),
            Optional.of("17.0.15"),
            Optional.of("OpenJDK 64-Bit Server VM"),
            Optional.of("17.0.15+6"),
            Optional.of(List.of("-Xmx1g")),
            OptionalInt.of(scale.forks()),
            OptionalInt.of(5),
            OptionalInt.of(scale.iterations()),
            Optional.of("1 s"),
            Optional.of("1 s"));
  }

  /** One night; every third one measures the commit of the night before. */
  NewRun night(int number) {
    RandomGenerator noise = new SplittableRandom(scale.seed() * 1_000_003 + number);
    List<BenchmarkRow> rows = new ArrayList<>(scale.benchmarks());
    for (int benchmark = 0; benchmark < scale.benchmarks(); benchmark++) {
      rows.add(row(benchmark, noise));
    }
    String commit = String.format(Locale.ROOT, "%040x", number - (number % 3 == 1 ? 1 : 0));
    RunOrigin origin =
        RunOrigin.of("nightly", FIRST.plus(Duration.ofDays(number)))
            .at(Optional.of(commit), Optional.of("main"));
    return new NewRun(origin, RunContent.ofRows(rows));
  }

  private BenchmarkRow row(int benchmark, RandomGenerator noise) {
    double session = (1 + benchmark % 97) * Math.PI * Math.exp(SESSION_SD * noise.nextGaussian());
    List<Fork> forks = new ArrayList<>(scale.forks());
    double sum = 0;
    for (int fork = 0; fork < scale.forks(); fork++) {
      double level = session * Math.exp(FORK_SD * noise.nextGaussian());
      double[] iterations = new double[scale.iterations()];
      for (int i = 0; i < iterations.length; i++) {
        iterations[i] = level * Math.exp(ITERATION_SD * noise.nextGaussian());
        sum += iterations[i];
      }
      forks.add(Fork.of(iterations));
    }
    double score = sum / scale.forks() / scale.iterations();
    return new BenchmarkRow(
        key(benchmark),
        new Metric(new Measurements(UNIT, forks), OptionalDouble.of(score), Optional.empty()),
        new TreeMap<>(),
        settings);
  }

  static BenchmarkKey key(int benchmark) {
    String name =
        String.format(
            Locale.ROOT,
            "org.example.project.component%02d.Benchmark%03d.measure",
            benchmark % 20,
            benchmark / 4);
    return new BenchmarkKey(
        name, "avgt", new TreeMap<>(Map.of("size", Integer.toString(1 << benchmark % 4))), 1);
  }
}
