package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps those of some steps that a test confirms. Each is tested on the stretch between its
 * neighbours; the least certain falls first, whereupon the stretches of its neighbours grow, until
 * all that are left are certain.
 */
final class StepElimination {

  private final double[] values;
  private final int[] groups;
  private final double least;
  private final Map<List<Integer>, StepTest> known = new HashMap<>();

  /**
   * An elimination.
   *
   * @param values in standard deviations
   * @param groups of each value
   * @param least the smallest difference of the medians that counts, in standard deviations
   */
  StepElimination(double[] values, int[] groups, double least) {
    this.values = values;
    this.groups = groups;
    this.least = least;
  }

  /** The steps among some that are confirmed at a level. */
  int[] confirmed(int[] candidates, double level) {
    List<Integer> left = new ArrayList<>(Arrays.stream(candidates).boxed().toList());
    while (!left.isEmpty()) {
      int weakest = 0;
      StepTest least = null;
      for (int i = 0; i < left.size(); i++) {
        StepTest test = test(left, i);
        if (least == null || isWeaker(test, least)) {
          least = test;
          weakest = i;
        }
      }
      if (least.p() <= level) {
        break;
      }
      left.remove(weakest);
    }
    return left.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isWeaker(StepTest one, StepTest other) {
    return one.p() > other.p() || (one.p() == other.p() && one.statistic() < other.statistic());
  }

  private StepTest test(List<Integer> steps, int i) {
    int from = i == 0 ? 0 : steps.get(i - 1);
    int to = i + 1 == steps.size() ? values.length : steps.get(i + 1);
    return test(from, steps.get(i), to);
  }

  /** The test of a step on a stretch. */
  StepTest test(int from, int at, int to) {
    double difference = Medians.of(values, at, to) - Medians.of(values, from, at);
    StepTest test =
        known.computeIfAbsent(
            List.of(from, to),
            unused ->
                StepTest.of(
                    Arrays.copyOfRange(values, from, to),
                    Arrays.copyOfRange(groups, from, to),
                    from == 0 ? LevelSteps.FIRST_LEVEL : StepTest.FEWEST));
    return Math.abs(difference) < least ? new StepTest(test.statistic(), 1) : test;
  }
}
