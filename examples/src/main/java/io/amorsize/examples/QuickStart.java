package io.amorsize.examples;

import io.amorsize.Amorsize;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.BenchmarkResult;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/** A function and a list: how many threads, what chunk size, and is it true? */
public final class QuickStart {

  private QuickStart() {}

  /** Plans, runs and validates. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    List<Integer> bounds = IntStream.range(0, 500).map(i -> 5_000 + i).boxed().toList();

    OptimizationResult plan = Amorsize.optimize(QuickStart::sumOfSquares, bounds);
    out.printf(
        "%d threads, chunks of %d, predicted speedup %.2f (%s)%n",
        plan.nJobs(), plan.chunkSize(), plan.estimatedSpeedup(), plan.reason());

    List<Long> results = Amorsize.map(QuickStart::sumOfSquares, bounds, plan.plan());
    out.printf("%d results, the first is %d%n", results.size(), results.get(0));

    BenchmarkResult check = Amorsize.validate(QuickStart::sumOfSquares, bounds, plan);
    out.printf(
        "measured speedup %.2f, accuracy %.0f %%%n",
        check.actualSpeedup(), check.accuracyPercent());
  }

  private static long sumOfSquares(int bound) {
    long sum = 0;
    for (long i = 0; i < bound; i++) {
      sum += i * i % 7;
    }
    return sum;
  }
}
