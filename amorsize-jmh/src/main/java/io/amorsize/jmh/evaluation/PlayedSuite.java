package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A suite whose benchmarks were dealt out to two sides, with nothing changed and with each planted
 * change.
 *
 * @param number position of the suite among all that are played
 * @param benchmarks position of each row among all benchmarks
 * @param base the base
 * @param current the current side, unchanged
 * @param changed the current side with every row changed
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared and never written
record PlayedSuite(
    int number,
    int[] benchmarks,
    List<BenchmarkRow> base,
    List<BenchmarkRow> current,
    Map<PlantedChange, List<BenchmarkRow>> changed) {

  /**
   * Deals forks out at random.
   *
   * @param number position of the suite among all that are played
   * @param corpus all benchmarks
   * @param programme how many rows and forks it has, and what is planted
   * @param random source of the split
   */
  static PlayedSuite deal(
      int number, List<BenchmarkRow> corpus, Programme programme, RandomGenerator random) {
    int[] benchmarks = Draws.choose(corpus.size(), programme.rows(), random);
    List<BenchmarkRow> base = new ArrayList<>();
    List<BenchmarkRow> current = new ArrayList<>();
    for (int benchmark : benchmarks) {
      BenchmarkRow row = corpus.get(benchmark);
      int[] order = Draws.forks(RowForks.of(row).size(), programme.forks().total(), random);
      base.add(pick(row, order, 0, programme.forks().base()));
      current.add(pick(row, order, programme.forks().base(), order.length));
    }
    return new PlayedSuite(
        number, benchmarks, base, current, plant(current, programme.changes(), random));
  }

  private static Map<PlantedChange, List<BenchmarkRow>> plant(
      List<BenchmarkRow> rows, Set<PlantedChange> changes, RandomGenerator random) {
    Map<PlantedChange, List<BenchmarkRow>> changed = new EnumMap<>(PlantedChange.class);
    for (PlantedChange change : changes) {
      changed.put(change, rows.stream().map(row -> change.plant(row, random)).toList());
    }
    return changed;
  }

  private static BenchmarkRow pick(BenchmarkRow row, int[] order, int from, int to) {
    List<Fork> forks = RowForks.of(row);
    return RowForks.replace(row, Arrays.stream(order, from, to).mapToObj(forks::get).toList());
  }

  int rows() {
    return base.size();
  }
}
