package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import java.util.random.RandomGenerator;

/** A slowdown that is put into a row. */
enum PlantedChange {
  /** Every iteration costs 2 % more. */
  BY_2(1.02, 1, Measure.FOUND_2),
  /** Every iteration costs 3 % more. */
  BY_3(1.03, 1, Measure.FOUND_3),
  /** Every iteration costs 5 % more. */
  BY_5(1.05, 1, Measure.FOUND_5),
  /** Every iteration costs 10 % more. */
  BY_10(1.10, 1, Measure.FOUND_10),
  /** Every iteration costs 20 % more. */
  BY_20(1.20, 1, Measure.FOUND_20),
  /** A random quarter of the iterations of each fork costs 20 % more, so the mean 5 %. */
  SLOW_QUARTER(1.20, 0.25, Measure.FOUND_SLOW_QUARTER);

  private final double factor;
  private final double share;
  private final Measure found;

  PlantedChange(double factor, double share, Measure found) {
    this.factor = factor;
    this.share = share;
    this.found = found;
  }

  /** What counts the rows in which it was found. */
  Measure found() {
    return found;
  }

  /** The row with the change. */
  BenchmarkRow plant(BenchmarkRow row, RandomGenerator random) {
    boolean throughput = RowCosts.isThroughput(row);
    double multiple = throughput ? 1 / factor : factor;
    return RowForks.replace(
        row, RowForks.of(row).stream().map(fork -> plant(fork, multiple, random)).toList());
  }

  private Fork plant(Fork fork, double multiple, RandomGenerator random) {
    double[] scores = fork.toArray();
    for (int i : Draws.choose(scores.length, rounded(share * scores.length, random), random)) {
      scores[i] *= multiple;
    }
    return Fork.of(scores);
  }

  /** Rounds up as often as the fraction says, so that the mean is exact. */
  private static int rounded(double count, RandomGenerator random) {
    return (int) (count + (count == Math.rint(count) ? 0 : random.nextDouble()));
  }
}
