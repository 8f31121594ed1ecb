package io.amorsize.jmh.contest;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.OptimizationJson;
import io.amorsize.result.WholeFile;
import io.amorsize.workload.WorkloadSpec;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The JVM of one workload: plans it when it was never run and again when it is warm, then races; or
 * races once more, at another moment, what was planned then.
 */
public final class ContestFork {

  static final String PLAN = "plan";
  static final String WARM_PLAN = "plan of warm code";
  static final String PLANNINGS = "planning_seconds";
  static final String WARM_PLANNINGS = "planning_seconds_of_warm_code";
  static final String MAP = "map";
  static final String WINNER = "best of grid";
  static final String NANOS = "nanos";

  private static final int MOST_PLANNINGS = 5;

  /** The code that runs passes is compiled a last time after some hundred of them. */
  private static final double WARM_UP_OF_RACE = 0.8;

  private static final long WAIT_NANOS = 300_000;
  private static final int LEAST_GRID_ROUNDS = 3;
  private static final int MOST_GRID_ROUNDS = 9;
  private static final int LEAST_ROUNDS = 7;
  private static final int MOST_ROUNDS = 101;

  private static final int ARGS_OF_FIRST = 4;

  private final double raceNanos;
  private final Rounds rounds;

  private ContestFork(double raceNanos, long seed) {
    this.raceNanos = raceNanos;
    this.rounds = new Rounds(System::nanoTime, seed);
  }

  /**
   * Races one workload.
   *
   * @param args the workload's name, the seed, the time for the race in milliseconds, the file that
   *     a first race wrote if this is the second, and the file to write to
   */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[1]);
    ContestFork fork = new ContestFork(Double.parseDouble(args[2]) * 1e6, seed);
    WorkloadSpec<?, ?> spec = ContestWorkloads.find(seed, args[0]);
    Map<String, Object> json =
        args.length == ARGS_OF_FIRST
            ? fork.race(spec)
            : fork.raceAgain(spec, JsonFile.read(Path.of(args[3])).object());
    WholeFile.write(Path.of(args[args.length - 1]), JsonFile.text(json));
  }

  private <T, R> Map<String, Object> race(WorkloadSpec<T, R> spec) {
    Function<? super T, ? extends R> function = spec.function();
    List<T> items = spec.items();
    loadPlanner();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workload", spec.name());
    json.put("items", items.size());
    OptimizationResult first = Amorsize.optimize(function, items);
    json.put(PLAN, OptimizationJson.plain(first));
    json.put(PLANNINGS, List.of(planningSeconds(first)));

    Contestant serial = HandWritten.serial(function, items);
    List<Contestant> byHand = HandWritten.parallel(function, items);
    warmUp(List.of(serial, planned(PLAN, function, items, first.plan())), byHand);
    OptimizationResult second = Amorsize.optimize(function, items);
    json.put(WARM_PLAN, OptimizationJson.plain(second));
    json.put(WARM_PLANNINGS, plannings(function, items, second));

    ExecutionPlan winner = winner(spec, function, items);
    json.put(WINNER, OptimizationJson.plan(winner));
    List<Contestant> all = new ArrayList<>(byHand);
    all.add(serial);
    all.add(planned(PLAN, function, items, first.plan()));
    all.add(planned(WARM_PLAN, function, items, second.plan()));
    all.add(planned(WINNER, function, items, winner));
    all.add(new Contestant(MAP, () -> Amorsize.map(function, items)));
    json.put(NANOS, rounds.run(all, raceNanos, LEAST_ROUNDS, MOST_ROUNDS));
    return json;
  }

  /** Races what decides, the loop and the plans of the first race, once more. */
  private <T, R> Map<String, Object> raceAgain(WorkloadSpec<T, R> spec, JsonPlace first) {
    Function<? super T, ? extends R> function = spec.function();
    List<T> items = spec.items();
    List<Contestant> raced = new ArrayList<>(List.of(HandWritten.serial(function, items)));
    for (String name : List.of(PLAN, WARM_PLAN, WINNER)) {
      raced.add(planned(name, function, items, OptimizationJson.readPlan(first.at(name))));
    }
    warmUp(raced, HandWritten.parallel(function, items));
    return Map.of(NANOS, rounds.run(raced, raceNanos, LEAST_ROUNDS, MOST_ROUNDS));
  }

  private void warmUp(List<Contestant> planned, List<Contestant> byHand) {
    List<Contestant> all = new ArrayList<>(planned);
    all.addAll(byHand);
    rounds.run(all, WARM_UP_OF_RACE * raceNanos, 1, Integer.MAX_VALUE);
  }

  /**
   * Plans something else, functions that compute and one that waits: the first plannings of a JVM
   * load classes, which is not their own time. The very first may have no time to let threads meet.
   */
  static void loadPlanner() {
    List<Integer> items = IntStream.range(0, 300).boxed().toList();
    Amorsize.optimize(item -> "x".repeat(item + 5000).hashCode(), items);
    Amorsize.optimize(ContestFork::waits, items.subList(0, 3));
    Amorsize.optimize(item -> BigInteger.valueOf(item + 3).pow(99).toString().length(), items);
    Amorsize.optimize(item -> String.format(Locale.ROOT, "%9.3e", item / 7.0), items);
  }

  private static int waits(int item) {
    LockSupport.parkNanos(WAIT_NANOS);
    return item;
  }

  private static <T, R> List<Double> plannings(
      Function<? super T, ? extends R> function, List<T> items, OptimizationResult first) {
    List<Double> seconds = new ArrayList<>(List.of(planningSeconds(first)));
    while (seconds.size() < MOST_PLANNINGS) {
      seconds.add(planningSeconds(Amorsize.optimize(function, items)));
    }
    return seconds;
  }

  /** What the function's first call took would have been spent without planning too. */
  static double planningSeconds(OptimizationResult planning) {
    double first = planning.profile().map(profile -> profile.firstNanos()).orElse(0.0);
    return (planning.planningTime().toNanos() - first) / 1e9;
  }

  private <T, R> ExecutionPlan winner(
      WorkloadSpec<T, R> spec, Function<? super T, ? extends R> function, List<T> items) {
    Map<String, ExecutionPlan> plans = new LinkedHashMap<>();
    List<Contestant> grid = new ArrayList<>();
    for (ExecutionPlan plan : PlanGrid.of(spec)) {
      plans.put(plan.toString(), plan);
      grid.add(new Contestant(plan.toString(), () -> ParallelMap.map(function, items, plan)));
    }
    return rounds.run(grid, raceNanos, LEAST_GRID_ROUNDS, MOST_GRID_ROUNDS).entrySet().stream()
        .min(Comparator.comparingDouble(entry -> median(entry.getValue())))
        .map(entry -> plans.get(entry.getKey()))
        .orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static <T, R> Contestant planned(
      String name, Function<? super T, ? extends R> function, List<T> items, ExecutionPlan plan) {
    return new Contestant(name, () -> ParallelMap.map(function, items, plan));
  }
}
