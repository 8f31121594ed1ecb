package io.amorsize.jmh.contest;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.OptimizationJson;
import io.amorsize.statistics.PairedRatio;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How the contestants did on one workload.
 *
 * @param workload its name
 * @param items number of items
 * @param serialSeconds time of the loop
 * @param winner the best plan of the grid
 * @param cold the plan made when the function had never run
 * @param warm the plan made of warm code
 * @param overBest time of every contestant over that of the best, by name
 * @param coldMap time of a cold {@code map} over that of a cold loop, where it was measured
 */
public record ContestResult(
    String workload,
    int items,
    double serialSeconds,
    String winner,
    PlannedOnce cold,
    PlannedOnce warm,
    Map<String, PairedRatio> overBest,
    Optional<PairedRatio> coldMap) {

  private static final double CONFIDENCE = 0.95;
  private static final double NANOS = 1e9;

  /**
   * Reads what forks wrote.
   *
   * @param json what the first one wrote
   * @param again what the one wrote that raced some of the contestants again
   */
  static ContestResult read(
      JsonPlace json, JsonPlace again, List<Double> coldPlannings, Optional<PairedRatio> coldMap) {
    Map<String, double[]> nanos = nanos(json);
    nanos(again).forEach((name, later) -> nanos.merge(name, later, ContestResult::joined));
    double[] serial = nanos.get(HandWritten.SERIAL);
    double[] winner = nanos.get(ContestFork.WINNER);
    double[] best = ratio(serial, winner).ratio() < 1 ? serial : winner;
    ExecutionPlan ofGrid = OptimizationJson.readPlan(json.at(ContestFork.WINNER));
    Map<String, PairedRatio> overBest = new LinkedHashMap<>();
    // Who was raced once meets the first rounds of who was raced twice.
    nanos.forEach(
        (name, values) -> overBest.put(name, ratio(values, Arrays.copyOf(best, values.length))));
    return new ContestResult(
        json.at("workload").text(),
        json.at("items").integer(),
        geometricMean(serial) / NANOS,
        best == serial ? "serial" : PlannedOnce.plan(ofGrid.nJobs(), ofGrid.chunkSize()),
        planned(
            json.at(ContestFork.PLAN),
            joined(numbers(json.at(ContestFork.PLANNINGS)), numbers(coldPlannings)),
            nanos.get(ContestFork.PLAN),
            best,
            serial),
        planned(
            json.at(ContestFork.WARM_PLAN),
            numbers(json.at(ContestFork.WARM_PLANNINGS)),
            nanos.get(ContestFork.WARM_PLAN),
            best,
            serial),
        overBest,
        coldMap);
  }

  private static Map<String, double[]> nanos(JsonPlace json) {
    Map<String, double[]> nanos = new LinkedHashMap<>();
    json.at(ContestFork.NANOS)
        .members()
        .forEach(member -> nanos.put(member.key(), numbers(member)));
    return nanos;
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] joined(double[] first, double[] later) {
    return DoubleStream.concat(Arrays.stream(first), Arrays.stream(later)).toArray();
  }

  private static PlannedOnce planned(
      JsonPlace json, double[] plannings, double[] nanos, double[] best, double[] serial) {
    double[] allowed = new double[plannings.length];
    Arrays.fill(allowed, allowedPlanningSeconds(geometricMean(serial) / NANOS));
    return new PlannedOnce(
        json.at("n_jobs").integer(),
        json.at("chunksize").integer(),
        json.at("estimated_speedup").positive(),
        Arrays.stream(plannings).boxed().toList(),
        ratio(plannings, allowed),
        ratio(nanos, best),
        ratio(nanos, serial));
  }

  private static double[] numbers(JsonPlace list) {
    return list.elements().stream().mapToDouble(JsonPlace::positive).toArray();
  }

  static PairedRatio ratio(double[] x, double[] y) {
    return PairedRatio.of(x, y, CONFIDENCE);
  }

  private static double geometricMean(double[] values) {
    return Math.exp(Arrays.stream(values).map(Math::log).average().orElseThrow());
  }

  /** The time that planning of a workload may take: 10 ms or a fifth of the loop. */
  private static double allowedPlanningSeconds(double serialSeconds) {
    return Math.max(0.010, 0.2 * serialSeconds);
  }

  /** Names of the contestants. */
  public List<String> contestants() {
    return List.copyOf(overBest.keySet());
  }
}
