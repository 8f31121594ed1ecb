package io.amorsize.finding;

import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Optional;

/** What do the iterations suggest where a side has one fork only? */
final class OneFork implements RowCheck {

  private static final int LEAST_ITERATIONS = 5;

  @Override
  public Optional<Finding> check(RowEvidence row) {
    boolean one = row.base().forks() == 1 || row.current().forks() == 1;
    double slowdown = row.slowdown().orElse(Double.NaN);
    boolean known = slowdown > 0 && Double.isFinite(slowdown);
    if (!one || !known || tooFew(row.base()) || tooFew(row.current())) {
      return Optional.empty();
    }
    boolean apart =
        range(row.base())[1] < range(row.current())[0]
            || range(row.current())[1] < range(row.base())[0];
    return Optional.of(
        RowCheck.finding(
            FindingCode.POINT_VALUES,
            Severity.INFO,
            "one fork: its iterations suggest %+.1f %%, and %s; another fork may differ by more",
            100 * (slowdown - 1),
            apart ? "those of the two sides do not overlap" : "those of the two sides overlap"));
  }

  private static boolean tooFew(ForkCosts side) {
    return side.iterations() < LEAST_ITERATIONS;
  }

  private static double[] range(ForkCosts side) {
    double[] all = new double[0];
    for (int fork = 0; fork < side.forks(); fork++) {
      double[] costs = side.fork(fork);
      int end = all.length;
      all = Arrays.copyOf(all, end + costs.length);
      System.arraycopy(costs, 0, all, end, costs.length);
    }
    Arrays.sort(all);
    return new double[] {all[0], all[all.length - 1]};
  }
}
