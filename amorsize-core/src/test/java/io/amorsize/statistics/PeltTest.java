package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeltTest {

  /** Levels of 100, 130 and 100 with an sd of 3. */
  private static double[] steps(long seed, int... lengths) {
    Random random = new Random(seed);
    double[] values = new double[Arrays.stream(lengths).sum()];
    int place = 0;
    for (int k = 0; k < lengths.length; k++) {
      for (int i = 0; i < lengths[k]; i++) {
        values[place++] = (k % 2 == 0 ? 100 : 130) + 3 * random.nextGaussian();
      }
    }
    return values;
  }

  /** Optimal partitioning without pruning, by its definition. */
  private static double leastCost(SegmentCost cost, double penalty) {
    double[] best = new double[cost.length() + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int end = 2; end <= cost.length(); end++) {
      for (int start = 0; start <= end - 2; start++) {
        if (start != 1) {
          best[end] = Math.min(best[end], best[start] + cost.of(start, end) + penalty);
        }
      }
    }
    return best[cost.length()];
  }

  private static double costOf(SegmentCost cost, int[] ends, double penalty) {
    double sum = penalty * (ends.length - 1);
    for (int i = 0; i < ends.length; i++) {
      sum += cost.of(i == 0 ? 0 : ends[i - 1], ends[i]);
    }
    return sum;
  }

  @Test
  void theCostIsTheNormalLikelihood() {
    // Of 90, 110, 130: mean 110, s2 = (400 + 0 + 400) / 3 = 266.66...;
    // 3 (log(2 pi) + log(266.666667) + 1) = 3 (1.837877 + 5.585999 + 1) = 25.271629.
    assertThat(new SegmentCost(new double[] {90, 110, 130}).of(0, 3))
        .isCloseTo(25.271629, within(1e-5));
    // Equal values have an sd of 0.1 % of the mean of all: 2 (log(2 pi) + 2 log(0.1) + 1).
    assertThat(new SegmentCost(new double[] {100, 100}).of(0, 2))
        .isCloseTo(2 * (1.8378771 - 4.6051702 + 1), within(1e-5));
  }

  @Property(tries = 50)
  void pruningLosesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int third) {
    SegmentCost cost = new SegmentCost(steps(seed, third, third, third));
    for (double penalty : new double[] {2, 8, 20, 60}) {
      int[] ends = Pelt.segmentEnds(cost, penalty);
      assertThat(costOf(cost, ends, penalty)).isCloseTo(leastCost(cost, penalty), within(1e-6));
    }
  }

  @Test
  void findsTheStepsAndNoOthers() {
    SegmentCost cost = new SegmentCost(steps(1, 40, 60, 50));
    assertThat(Pelt.segmentEnds(cost, 15 * Math.log(150))).containsExactly(40, 100, 150);
  }

  @Test
  void thePathHoldsTheBestSegmentationOfEveryPenalty() {
    SegmentCost cost = new SegmentCost(steps(2, 80, 60, 40, 60, 30));
    double log = Math.log(cost.length());
    List<SegmentationPath.Step> path = SegmentationPath.of(cost, 4 * log, 1e5 * log);
    assertThat(path.get(0).changes()).isZero();
    for (double penalty : new double[] {4 * log, 10 * log, 30 * log, 1000 * log}) {
      SegmentationPath.Step chosen =
          path.stream().filter(step -> step.penalty() <= penalty).findFirst().orElseThrow();
      assertThat(costOf(cost, chosen.ends(), penalty))
          .isCloseTo(costOf(cost, Pelt.segmentEnds(cost, penalty), penalty), within(1e-6));
    }
    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).changes()).isGreaterThan(path.get(i - 1).changes());
      assertThat(path.get(i).penalty()).isLessThan(path.get(i - 1).penalty());
    }
  }
}
