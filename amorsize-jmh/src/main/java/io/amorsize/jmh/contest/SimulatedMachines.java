package io.amorsize.jmh.contest;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.Optimizer;
import io.amorsize.optimizer.OptimizerOptions;
import io.amorsize.optimizer.PlanningHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The optimizer's decisions on machines of 4 to 256 cores, which only a simulator has here. */
final class SimulatedMachines {

  private static final int[] CORES = {4, 16, 64, 256};
  private static final int[] ITEMS = {50, 1000, 20_000};
  private static final double[] ITEM_NANOS = {1_000, 30_000, 1_000_000};

  /** Contention and coherency: none, a lock of 2 %, a lock of 20 %, caches that are exchanged. */
  private static final double[][] HINDRANCES = {{0, 0}, {0.02, 0}, {0.2, 0}, {0.01, 0.002}};

  private SimulatedMachines() {}

  /**
   * How much longer the chosen plans take than the best of all numbers of threads in powers of two
   * and their neighbours.
   *
   * @param cores cores of the machine
   * @param worst the worst of all works
   * @param mean geometric mean
   * @param works how many works
   */
  record Regret(int cores, double mean, double worst, int works) {}

  /** The regret on each machine. */
  static List<Regret> regrets(long seed) {
    List<Regret> regrets = new ArrayList<>();
    for (int cores : CORES) {
      double sum = 0;
      double worst = 1;
      int works = 0;
      for (SimulatedWork work : works(cores, seed)) {
        double regret = regret(work, cores);
        sum += Math.log(regret);
        worst = Math.max(worst, regret);
        works++;
      }
      regrets.add(new Regret(cores, Math.exp(sum / works), worst, works));
    }
    return regrets;
  }

  private static List<SimulatedWork> works(int cores, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedWork> works = new ArrayList<>();
    for (int count : ITEMS) {
      for (double nanos : ITEM_NANOS) {
        for (double[] hindrance : HINDRANCES) {
          works.add(new SimulatedWork(equal(count, nanos), cores, hindrance[0], hindrance[1]));
          works.add(
              new SimulatedWork(unequal(count, nanos, random), cores, hindrance[0], hindrance[1]));
        }
      }
    }
    return works;
  }

  private static double[] equal(int count, double nanos) {
    double[] items = new double[count];
    java.util.Arrays.fill(items, nanos);
    return items;
  }

  /** Exponential times. */
  private static double[] unequal(int count, double nanos, SplittableRandom random) {
    return random.doubles(count).map(u -> -nanos * Math.log(1 - u)).toArray();
  }

  private static double regret(SimulatedWork work, int cores) {
    PlanningHost host =
        new PlanningHost(work::clockNanos, SimulatedWork::dispatchNanos, () -> 0, () -> 0, cores);
    OptimizerOptions options = new OptimizerOptions(cores, cores, Duration.ofMillis(10), 0.2);
    OptimizationResult chosen = new Optimizer(options, host).plan(work);
    double best = work.passNanos(ExecutionPlan.serial(work.items()));
    for (int threads = 2; threads <= Math.min(cores, work.items()); threads += step(threads)) {
      for (int chunk = 1; chunk <= work.items() / threads; chunk *= 4) {
        best = Math.min(best, work.passNanos(ExecutionPlan.platform(threads, chunk)));
      }
    }
    return Math.max(1, work.passNanos(chosen.plan()) / best);
  }

  private static int step(int threads) {
    return Math.max(1, threads / 4);
  }

  /** The regrets for people. */
  static Section section(long seed) {
    List<List<Cell>> rows =
        regrets(seed).stream()
            .map(
                regret ->
                    List.of(
                        Cell.of(Integer.toString(regret.cores())),
                        Cell.of(Integer.toString(regret.works())),
                        Cell.of(number(regret.mean())),
                        Cell.of(number(regret.worst()))))
            .toList();
    return new Table(
        "Simulated machines: time of the chosen plan over the best",
        List.of(
            Column.numbers("cores"),
            Column.numbers("works"),
            Column.numbers("mean"),
            Column.numbers("worst")),
        rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
