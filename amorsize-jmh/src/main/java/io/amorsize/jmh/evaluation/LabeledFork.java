package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** A recorded fork, every iteration of which took 0.1 s at least, and what its label says. */
final class LabeledFork {

  private static final double ITERATION_SECONDS = 0.1;

  private final int benchmark;
  private final double[] costs;
  private final OptionalInt start;
  private final double[] untilIteration;

  /**
   * A fork.
   *
   * @param benchmark which benchmark it is of, from 0 on
   * @param costs seconds for an operation, of every iteration
   * @param start from which iteration on it is steady; empty if it never is
   */
  LabeledFork(int benchmark, double[] costs, OptionalInt start) {
    this.benchmark = benchmark;
    this.costs = costs.clone();
    this.start = start;
    untilIteration = new double[costs.length + 1];
    for (int i = 0; i < costs.length; i++) {
      double seconds = Math.ceil(ITERATION_SECONDS / costs[i]) * costs[i];
      untilIteration[i + 1] = untilIteration[i] + seconds;
    }
  }

  /**
   * Reads the labels of a folder, and the forks that it holds.
   *
   * @param folder holds {@code dev-labels.json} and {@code raw/}
   * @param reader reads JMH results
   * @throws ResultFormatException if a file is missing or not fit for this
   */
  static List<LabeledFork> read(Path folder, Function<Path, BenchmarkRun> reader) {
    Path labels = folder.resolve("dev-labels.json");
    if (!Files.isRegularFile(labels)) {
      throw new ResultFormatException(
          labels + " is not there; name the folder that holds it (its steady/)");
    }
    List<LabeledFork> forks = new ArrayList<>();
    int benchmark = 0;
    List<JsonPlace> benchmarks =
        JsonFile.read(labels)
            .object()
            .members()
            .sorted(Comparator.comparing(JsonPlace::key))
            .toList();
    for (JsonPlace label : benchmarks) {
      if (label.at("raw").isPresent()) {
        Path raw = folder.resolve("raw").resolve(label.at("raw").text());
        forks.addAll(of(benchmark++, reader.apply(raw).rows().get(0), label));
      }
    }
    return forks;
  }

  private static List<LabeledFork> of(int benchmark, BenchmarkRow row, JsonPlace label) {
    List<JsonPlace> starts = label.at("steady_state_starts").elements();
    List<Fork> measured = RowForks.of(row);
    if (measured.size() != starts.size()) {
      throw label.problem(
          "must have a label for each of " + measured.size() + " forks, has " + starts.size());
    }
    List<LabeledFork> forks = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      int start = starts.get(i).integer();
      forks.add(
          new LabeledFork(
              benchmark,
              measured.get(i).times(row.primary().unit().inBase()).toArray(),
              start < 0 ? OptionalInt.empty() : OptionalInt.of(start)));
    }
    return forks;
  }

  int benchmark() {
    return benchmark;
  }

  int length() {
    return costs.length;
  }

  /** Costs of the first iterations, in seconds for an operation. */
  double[] first(int count) {
    return Arrays.copyOf(costs, Math.min(count, costs.length));
  }

  /** From which iteration on it is steady, as its label says. */
  OptionalInt start() {
    return start;
  }

  /** Time until an iteration starts, in seconds. */
  double secondsUntil(int iteration) {
    return untilIteration[iteration];
  }

  /**
   * How far the mean of some iterations lies from that of the steady ones by the label, as a share.
   *
   * @param from the first of them
   * @param count how many
   */
  double bias(int from, int count) {
    double some = Arrays.stream(costs, from, from + count).average().orElseThrow();
    double steady =
        Arrays.stream(costs, Math.min(start.orElseThrow() + 1, costs.length - 1), costs.length)
            .average()
            .orElseThrow();
    return Math.abs(some / steady - 1);
  }
}
