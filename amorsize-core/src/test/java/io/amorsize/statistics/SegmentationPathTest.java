package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SegmentationPathTest {

  private static final double LEAST = 8;
  private static final double MOST = 4000;

  /** Levels 10, 12, 11 and 30, each for 8 values that differ by at most 1 %. */
  private static double[] levels(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] levels = {10, 12, 11, 30};
    double[] values = new double[32];
    Arrays.setAll(values, i -> levels[i / 8] * (1 + random.nextDouble(-0.01, 0.01)));
    return values;
  }

  private static double cost(SegmentCost cost, int[] ends) {
    double sum = 0;
    int from = 0;
    for (int end : ends) {
      sum += cost.of(from, end);
      from = end;
    }
    return sum;
  }

  /** The least cost of all subsets of the candidates, one by one. */
  private static double least(SegmentCost cost, int[] candidates, double penalty) {
    double least = Double.POSITIVE_INFINITY;
    int inner = candidates.length - 1;
    for (int subset = 0; subset < 1 << inner; subset++) {
      int chosen = subset;
      int[] ends =
          java.util.stream.IntStream.rangeClosed(0, inner)
              .filter(i -> i == inner || (chosen >> i & 1) == 1)
              .map(i -> candidates[i])
              .toArray();
      least = Math.min(least, cost(cost, ends) + penalty * (ends.length - 1));
    }
    return least;
  }

  private static SegmentationPath.Step at(List<SegmentationPath.Step> path, double penalty) {
    return path.stream().filter(step -> step.penalty() <= penalty).findFirst().orElseThrow();
  }

  /** Every penalty has a step, and no subset of the candidates is better there. */
  @Property(tries = 20)
  void eachStepIsTheBestForItsPenalties(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
    SegmentCost cost = new SegmentCost(levels(seed));
    int[] candidates = Pelt.segmentEnds(cost, LEAST / 2);
    List<SegmentationPath.Step> path = SegmentationPath.of(cost, LEAST, MOST);
    for (double penalty = LEAST; penalty < MOST; penalty *= 1.1) {
      SegmentationPath.Step step = at(path, penalty);
      assertThat(cost(cost, step.ends()) + penalty * step.changes())
          .isCloseTo(least(cost, candidates, penalty), within(1e-6));
    }
  }

  @Test
  void theStepsHaveRisingChangesAndFallingPenalties() {
    List<SegmentationPath.Step> path = SegmentationPath.of(new SegmentCost(levels(1)), LEAST, MOST);
    assertThat(path.get(0).ends()).containsExactly(32);
    assertThat(path.get(path.size() - 1).penalty()).isEqualTo(LEAST);
    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).changes()).isGreaterThan(path.get(i - 1).changes());
      assertThat(path.get(i).penalty()).isLessThan(path.get(i - 1).penalty());
    }
    assertThat(path).anySatisfy(step -> assertThat(step.ends()).containsExactly(8, 16, 24, 32));
  }
}
