package io.amorsize.jmh.contest;

import io.amorsize.result.JsonPlace;
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

  /** Reads what a fork wrote. */
  static ContestResult read(JsonPlace json, double[] coldPlannings, Optional<PairedRatio> coldMap) {
    Map<String, double[]> nanos = new LinkedHashMap<>();
    json.at("nanos").members().forEach(member -> nanos.put(member.key(), numbers(member)));
    double[] serial = nanos.get(HandWritten.SERIAL);
    double[] winner = nanos.get(ContestFork.WINNER);
    double[] best = ratio(serial, winner).ratio() < 1 ? serial : winner;
    Map<String, PairedRatio> overBest = new LinkedHashMap<>();
    nanos.forEach((name, values) -> overBest.put(name, ratio(values, best)));
    return new ContestResult(
        json.at("workload").text(),
        json.at("items").integer(),
        geometricMean(serial) / NANOS,
        best == serial ? "serial" : json.at(ContestFork.WINNER).text(),
        planned(
            json.at(ContestFork.PLAN),
            DoubleStream.concat(
                    Arrays.stream(numbers(json.at(ContestFork.PLANNINGS))),
                    Arrays.stream(coldPlannings))
                .toArray(),
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
