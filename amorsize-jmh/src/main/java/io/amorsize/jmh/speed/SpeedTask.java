package io.amorsize.jmh.speed;

import static java.util.stream.Collectors.toMap;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.page.ComparisonPage;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.LevelSteps;
import io.amorsize.statistics.SuiteTest;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.ShippedNullTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What races in one JVM, which is its own. */
enum SpeedTask {
  READING("-Xmx256m", 5),
  JUDGING("-Xmx1g", 5),
  TRENDS("-Xmx1g", 10),
  PAGES("-Xmx1g", 5),
  DISPATCH("-Xmx1g", 20);

  /** The file that is read, and a quarter of it. */
  static final String FILE = "results.json";

  static final String QUARTER = "quarter.json";

  private static final GeneratedResults SHORT_ROWS = new GeneratedResults(5, 10);
  private static final int CHUNKS = 10_000;
  private static final int FORKS = 5;
  private static final int ITERATIONS = 10;

  private final String heap;
  private final int warmups;

  SpeedTask(String heap, int warmups) {
    this.heap = heap;
    this.warmups = warmups;
  }

  /** Arguments of its JVM. */
  List<String> jvmArgs() {
    return List.of(heap);
  }

  /** Rounds before code is compiled. */
  int warmups() {
    return warmups;
  }

  /**
   * Makes the racers.
   *
   * @param folder where the files are, and further ones may be written
   */
  List<Racer> racers(Path folder, long seed, LongSupplier nanoTime) {
    return switch (this) {
      case READING -> reading(folder, nanoTime);
      case JUDGING ->
          Stream.of(Timed.JUDGE_FEW, Timed.JUDGE, Timed.JUDGE_MANY)
              .map(what -> judging(what, seed, nanoTime))
              .toList();
      case TRENDS ->
          Stream.of(Timed.TREND_SHORT, Timed.TREND, Timed.TREND_LONG)
              .map(what -> trend(what, seed, nanoTime))
              .toList();
      case PAGES ->
          Stream.of(Timed.PAGE, Timed.PAGE_LONG)
              .map(what -> page(what, folder, seed, nanoTime))
              .toList();
      case DISPATCH -> dispatch(nanoTime);
    };
  }

  private static List<Racer> reading(Path folder, LongSupplier nanoTime) {
    Map<Timed, JsonReading> ways =
        Map.of(
            Timed.READ, JsonReading.OURS,
            Timed.TOKENS, JsonReading.TOKENS,
            Timed.NUMBERS, JsonReading.NUMBERS,
            Timed.FAST_NUMBERS, JsonReading.FAST_NUMBERS);
    List<Racer> racers = new ArrayList<>();
    ways.forEach(
        (what, way) ->
            racers.add(Racer.of(what, nanoTime, 1, () -> way.read(folder.resolve(FILE)))));
    racers.add(
        Racer.of(
            Timed.READ_QUARTER, nanoTime, 1, () -> JsonReading.OURS.read(folder.resolve(QUARTER))));
    return racers;
  }

  private static Racer judging(Timed what, long seed, LongSupplier nanoTime) {
    SplittableRandom noise = new SplittableRandom(seed);
    SuiteTest test = new SuiteTest(ShippedNullTable.get());
    List<SuiteTest.Row> rows =
        IntStream.range(0, what.size())
            .mapToObj(row -> new SuiteTest.Row(side(noise), side(noise), Math.log1p(0.03), 0))
            .toList();
    return Racer.of(what, nanoTime, 1, () -> test.test(rows).size());
  }

  private static ForkSummaries side(SplittableRandom noise) {
    return ForkSummaries.of(
        Stream.generate(
                () -> {
                  double fork = Math.exp(0.02 * noise.nextGaussian());
                  return noise
                      .doubles(ITERATIONS)
                      .map(share -> fork * (1 + 0.05 * share))
                      .toArray();
                })
            .limit(FORKS)
            .toArray(double[][]::new));
  }

  /** Nights with noise of 2 %, and a step of 5 % every two hundred nights, up and down. */
  private static Racer trend(Timed what, long seed, LongSupplier nanoTime) {
    SplittableRandom noise = new SplittableRandom(seed);
    double[] logs =
        IntStream.range(0, what.size())
            .mapToDouble(night -> 0.05 * (night / 200 % 2) + 0.02 * noise.nextGaussian())
            .toArray();
    int[] machines = new int[logs.length];
    return Racer.of(what, nanoTime, 1, () -> 1 + LevelSteps.of(logs, machines).steps().size());
  }

  private static Racer page(Timed what, Path folder, long seed, LongSupplier nanoTime) {
    JmhResultReader reader = new JmhResultReader();
    Map<String, Path> sides =
        Stream.of("base", "current")
            .collect(
                toMap(
                    side -> side,
                    side ->
                        SHORT_ROWS.write(
                            folder.resolve(side + what.size() + ".json"),
                            what.size(),
                            seed + side.length())));
    Comparison comparison =
        Comparison.of(
            reader.read(sides.get("base")),
            reader.read(sides.get("current")),
            DecisionRule.defaults());
    return Racer.of(
        what, nanoTime, 1, () -> ComparisonPage.write(ComparisonReport.of(comparison)).length());
  }

  /** Times of one chunk and of one task: a pass does many. */
  private static List<Racer> dispatch(LongSupplier nanoTime) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    List<Integer> items = IntStream.range(0, CHUNKS).boxed().toList();
    ExecutionPlan plan = ExecutionPlan.platform(threads, 1);
    ForkJoinTasks tasks = new ForkJoinTasks(new ForkJoinPool(threads), CHUNKS, item -> item + 1);
    Racer chunk =
        Racer.of(
            Timed.CHUNKS,
            nanoTime,
            1,
            () -> ParallelMap.map((Integer item) -> item + 1, items, plan).size());
    Racer task = Racer.of(Timed.TASKS, nanoTime, 1, tasks::run);
    return Stream.of(chunk, task)
        .map(racer -> new Racer(racer.what(), () -> racer.pass().getAsDouble() / CHUNKS))
        .toList();
  }

  /** Writes two files to compare. */
  static List<Path> compared(Path folder, Timed what, long seed) {
    return Arrays.asList(
        SHORT_ROWS.write(folder.resolve("old" + what.size() + ".json"), what.size(), seed),
        SHORT_ROWS.write(folder.resolve("new" + what.size() + ".json"), what.size(), seed + 1));
  }
}
