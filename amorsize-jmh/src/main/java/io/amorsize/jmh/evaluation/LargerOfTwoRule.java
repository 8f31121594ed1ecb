package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A plain rule on fork level, to show what ours adds to it: the SAM statistic of log minimum and
 * log mean of the forks, the larger of the two, against all relabelings of the forks of the whole
 * suite; p at most 1 %, an effect of at least 3 %, both of one sign. A suite of fewer than {@value
 * #LEAST_ROWS} rows has fixed critical values and no correction for its size.
 */
record LargerOfTwoRule() implements ComparisonMethod {

  private static final int LEAST_ROWS = 50;
  private static final double LEAST_EFFECT = Math.log(1.03);
  private static final double LEVEL = 0.01;
  private static final double FALSE_DISCOVERY_RATE = 0.05;

  @Override
  public String name() {
    return "larger of minimum and mean";
  }

  @Override
  public boolean isByRow() {
    return false;
  }

  @Override
  public List<Call> judge(List<BenchmarkRow> base, List<BenchmarkRow> current) {
    List<LargerOfTwo.Statistic> statistics = new ArrayList<>();
    List<double[]> relabeled = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      LargerOfTwo row = LargerOfTwo.of(RowCosts.of(base.get(i)), RowCosts.of(current.get(i)));
      statistics.add(row.statistic());
      if (base.size() >= LEAST_ROWS) {
        relabeled.add(row.relabeled());
      }
    }
    return relabeled.isEmpty() ? fixed(statistics, base, current) : pooled(statistics, relabeled);
  }

  private static List<Call> fixed(
      List<LargerOfTwo.Statistic> statistics, List<BenchmarkRow> base, List<BenchmarkRow> current) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < statistics.size(); i++) {
      int forks = Math.min(RowForks.of(base.get(i)).size(), RowForks.of(current.get(i)).size());
      LargerOfTwo.Statistic statistic = statistics.get(i);
      calls.add(Call.of(isLarge(statistic) && statistic.value() >= critical(forks)));
    }
    return calls;
  }

  private static double critical(int forks) {
    return switch (forks) {
      case 1, 2, 3 -> 3.6;
      case 4 -> 3.0;
      default -> 2.75;
    };
  }

  private static List<Call> pooled(
      List<LargerOfTwo.Statistic> statistics, List<double[]> relabeled) {
    double[] pool = relabeled.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    double[] p =
        statistics.stream().mapToDouble(statistic -> share(pool, statistic.value())).toArray();
    double[] q = BenjaminiHochberg.adjust(p);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      boolean flagged = p[i] <= LEVEL && isLarge(statistics.get(i));
      boolean alarm = flagged && q[i] <= FALSE_DISCOVERY_RATE;
      calls.add(Call.of(flagged, alarm));
    }
    return calls;
  }

  private static boolean isLarge(LargerOfTwo.Statistic statistic) {
    return Math.abs(statistic.effect()) >= LEAST_EFFECT;
  }

  /** Share of the pool that is at least as large; equal relabelings may differ by rounding. */
  private static double share(double[] pool, double value) {
    double bound = value * (1 - 1e-9);
    int from = Arrays.binarySearch(pool, bound);
    int index = from < 0 ? -from - 1 : from;
    return (double) (pool.length - index) / pool.length;
  }
}
