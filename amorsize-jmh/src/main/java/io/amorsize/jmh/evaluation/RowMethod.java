package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A method that people use on single rows today.
 *
 * @param name what it is called
 * @param flags whether it takes two sides of a row for different
 */
record RowMethod(String name, BiPredicate<RowCosts, RowCosts> flags) implements ComparisonMethod {

  private static final double JMH_CONFIDENCE = 0.999;
  private static final double MANN_WHITNEY_LEVEL = 0.05;
  private static final double WELCH_LEVEL = 0.01;

  /** All of them. */
  static List<RowMethod> all() {
    return List.of(
        new RowMethod("mean differs by more than 5 %", (a, b) -> meanDiffers(a, b, 0.05)),
        new RowMethod("mean differs by more than 10 %", (a, b) -> meanDiffers(a, b, 0.10)),
        new RowMethod("JMH's 99.9 % intervals do not overlap", RowMethod::intervalsApart),
        new RowMethod("Mann-Whitney, pooled iterations, .05", RowMethod::mannWhitney),
        new RowMethod("Welch on fork means, .01", RowMethod::welch));
  }

  @Override
  public boolean isByRow() {
    return true;
  }

  @Override
  public List<Call> judge(List<BenchmarkRow> base, List<BenchmarkRow> current) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      calls.add(Call.of(flags.test(RowCosts.of(base.get(i)), RowCosts.of(current.get(i)))));
    }
    return calls;
  }

  private static boolean meanDiffers(RowCosts base, RowCosts current, double threshold) {
    double ratio = mean(current.pooled()) / mean(base.pooled());
    return Math.abs(ratio - 1) > threshold;
  }

  private static boolean intervalsApart(RowCosts base, RowCosts current) {
    double[] before = base.pooled();
    double[] now = current.pooled();
    return Math.abs(mean(now) - mean(before)) > halfWidth(before) + halfWidth(now);
  }

  /** Half of JMH's interval: Student's t on all iterations of all forks. */
  private static double halfWidth(double[] pooled) {
    double quantile =
        TDistribution.of(pooled.length - 1.0).inverseSurvivalProbability((1 - JMH_CONFIDENCE) / 2);
    return quantile * Math.sqrt(Variance.of(pooled).getAsDouble() / pooled.length);
  }

  private static boolean mannWhitney(RowCosts base, RowCosts current) {
    return new MannWhitneyUTest().mannWhitneyUTest(base.pooled(), current.pooled())
        < MANN_WHITNEY_LEVEL;
  }

  private static boolean welch(RowCosts base, RowCosts current) {
    return new TTest().tTest(base.forkMeans(), current.forkMeans()) < WELCH_LEVEL;
  }

  private static double mean(double[] values) {
    return Mean.of(values).getAsDouble();
  }
}
