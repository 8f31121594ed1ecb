package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.ChangeStatistic;
import io.amorsize.statistics.ForkSummaries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Deals the forks of unchanged benchmarks out to two sides and notes how large the statistic gets.
 *
 * <p>Up to ten forks are drawn without replacement, and the drawn ones are split in up to {@value
 * #SPLITS} ways; more than ten are drawn with replacement, three times as often, and split in one
 * way.
 */
final class NullDrawing {

  private static final int SPLITS = 40;
  private static final int MORE_OFTEN = 3;

  private final ForkCounts forks;
  private final RandomGenerator random;
  private final List<ChangeStatistic> drawn = new ArrayList<>();

  NullDrawing(ForkCounts forks, RandomGenerator random) {
    this.forks = forks;
    this.random = random;
  }

  /** Draws from benchmarks, so many times from each. */
  void draw(List<ForkSummaries> benchmarks, int times) {
    boolean replaced = forks.total() > Corpus.FORKS;
    for (int i = 0; i < (replaced ? MORE_OFTEN * times : times); i++) {
      List<int[]> splits =
          replaced ? List.of(IntStream.range(0, forks.base()).toArray()) : splits();
      for (ForkSummaries benchmark : benchmarks) {
        add(benchmark.pick(Draws.forks(benchmark.forks(), forks.total(), random)), splits);
      }
    }
  }

  /** What was drawn; the effect of each is not filtered. */
  List<ChangeStatistic> drawn() {
    return drawn;
  }

  private void add(ForkSummaries both, List<int[]> splits) {
    for (int[] first : splits) {
      ForkSummaries base = both.pick(first);
      ForkSummaries current = both.pick(others(first));
      drawn.add(ChangeStatistic.of(base, current, 0, 0));
    }
  }

  private int[] others(int[] first) {
    return IntStream.range(0, forks.total())
        .filter(fork -> Arrays.binarySearch(first, fork) < 0)
        .toArray();
  }

  /** Random splits; of equal sides only those with fork 0 on the first. */
  private List<int[]> splits() {
    List<int[]> all = new ArrayList<>();
    CombinatoricsUtils.combinationsIterator(forks.total(), forks.base())
        .forEachRemaining(
            first -> {
              if (forks.base() != forks.current() || first[0] == 0) {
                all.add(first);
              }
            });
    return Arrays.stream(Draws.permutation(all.size(), random))
        .limit(SPLITS)
        .mapToObj(all::get)
        .toList();
  }
}
