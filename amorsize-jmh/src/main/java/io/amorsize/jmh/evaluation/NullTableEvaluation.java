package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.ChangeStatistic;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.ForkSummaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Makes the table of null distributions that comes with the program: how large the statistic of the
 * rule gets where nothing changed, by the numbers of forks, the smallest effect that counts (none,
 * or 3 %) and the iterations of a fork.
 */
public final class NullTableEvaluation {

  private static final double FLOOR = Math.log(1.03);

  private static final int FEWEST_FORKS = 2;
  private static final int MOST_DRAWN = 8;

  /** Numbers of forks beyond what a benchmark has. */
  private static final int[][] BEYOND = {
    {6, 5}, {7, 5}, {8, 5}, {10, 5}, {20, 5}, {6, 6}, {7, 7}, {8, 8}, {10, 10}, {20, 10}, {20, 20},
    {10, 3}, {20, 3}, {10, 2}, {20, 2}
  };

  private static final List<String> FILES =
      List.of("dev-5s-10x1s", "dev-5s-100x100ms", "dev-200s-10x1s");

  private final Function<Path, BenchmarkRun> reader;

  /** An evaluation of files that are read in this way. */
  public NullTableEvaluation(Function<Path, BenchmarkRun> reader) {
    this.reader = reader;
  }

  /** Iterations of a fork: a letter of the table, and how many of the first are taken. */
  private record Length(String letter, List<Integer> iterations) {}

  private static final List<Length> LENGTHS =
      List.of(
          new Length("A", List.of(Integer.MAX_VALUE)),
          new Length("B", List.of(3, 5)),
          new Length("C", List.of(1, 2)));

  /** One distribution to be drawn. */
  private record Task(Length length, ForkCounts forks, SplittableRandom random) {

    String key(int percent) {
      return forks.base() + "v" + forks.current() + "/" + percent + "/" + length.letter();
    }
  }

  /**
   * Draws the table.
   *
   * @param settings folder, seed and draws of each benchmark; 30 for the shipped table
   * @return entries by their keys, such as {@code 5v3/3/A}
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public Map<String, NullEntry> evaluate(EvaluationSettings settings) {
    return evaluate(
        settings, FILES.stream().map(file -> Corpus.read(settings, file, file, reader)).toList());
  }

  Map<String, NullEntry> evaluate(EvaluationSettings settings, List<Corpus> corpora) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    Map<String, NullEntry> entries = new LinkedHashMap<>();
    settings.progress().expect((long) LENGTHS.size() * forks().size());
    for (Length length : LENGTHS) {
      List<ForkSummaries> benchmarks = summaries(corpora, length);
      List<Task> tasks =
          forks().stream().map(forks -> new Task(length, forks, random.split())).toList();
      tasks.parallelStream()
          .map(task -> entries(task, benchmarks, settings))
          .toList()
          .forEach(entries::putAll);
    }
    return entries;
  }

  private static List<ForkCounts> forks() {
    List<ForkCounts> forks = new ArrayList<>();
    for (int larger = FEWEST_FORKS; larger <= MOST_DRAWN; larger++) {
      for (int smaller = FEWEST_FORKS; smaller <= larger; smaller++) {
        if (larger + smaller <= Corpus.FORKS) {
          forks.add(new ForkCounts(larger, smaller));
        }
      }
    }
    Arrays.stream(BEYOND).map(pair -> new ForkCounts(pair[0], pair[1])).forEach(forks::add);
    return forks;
  }

  private static List<ForkSummaries> summaries(List<Corpus> corpora, Length length) {
    List<ForkSummaries> summaries = new ArrayList<>();
    for (Corpus corpus : corpora) {
      for (int iterations : length.iterations()) {
        corpus.rows().forEach(row -> summaries.add(summaries(row, iterations)));
      }
    }
    return summaries;
  }

  private static ForkSummaries summaries(BenchmarkRow row, int iterations) {
    double[][] forks =
        Arrays.stream(RowCosts.of(row).forks())
            .limit(Corpus.FORKS)
            .map(fork -> Arrays.copyOf(fork, Math.min(fork.length, iterations)))
            .toArray(double[][]::new);
    return ForkCosts.of(forks).summaries();
  }

  private static Map<String, NullEntry> entries(
      Task task, List<ForkSummaries> benchmarks, EvaluationSettings settings) {
    NullDrawing drawing = new NullDrawing(task.forks(), task.random());
    drawing.draw(benchmarks, settings.repetitions());
    Map<String, NullEntry> entries = new LinkedHashMap<>();
    entries.put(task.key(0), entry(drawing.drawn(), 0));
    entries.put(task.key(3), entry(drawing.drawn(), FLOOR));
    settings.progress().done(1, task.forks() + " forks, length " + task.length().letter());
    return entries;
  }

  private static NullEntry entry(List<ChangeStatistic> drawn, double floor) {
    return NullEntry.of(
        drawn.stream()
            .mapToDouble(one -> Math.abs(one.effect()) >= floor ? one.unfiltered() : 0)
            .toArray());
  }
}
