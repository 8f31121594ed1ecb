package io.amorsize.jmh.runner;

import java.util.Map;

/** Planted runs on forks that a test invents. */
public final class RecordedPlantedRuns {

  private static final int BENCHMARKS = 2;
  private static final String DIAL = "-Damorsize.dial=";

  private final Map<PlantedRuns.Side, Double> factors;
  private final RecordedForks forks = new RecordedForks(this::micros);

  private RecordedPlantedRuns(Map<PlantedRuns.Side, Double> factors) {
    this.factors = factors;
  }

  /** Runs on a machine that does what the dial says. */
  public static PlantedRuns faithful() {
    return new RecordedPlantedRuns(Map.of()).runs();
  }

  /** Runs whose sides take so many times the time of the base, whatever the dial says. */
  public static PlantedRuns taking(double copy, double slowed) {
    return new RecordedPlantedRuns(
            Map.of(
                PlantedRuns.Side.BASE,
                1.0,
                PlantedRuns.Side.COPY,
                copy,
                PlantedRuns.Side.SLOWED,
                slowed))
        .runs();
  }

  /** Runs of which the last fork fails. */
  public static PlantedRuns broken() {
    RecordedForks all = new RecordedForks(request -> 10);
    return new PlantedRuns(
        request ->
            all.requests().size() == PlantedRuns.forks() - 1
                ? new RecordedForks(broken -> -1).run(request)
                : all.run(request));
  }

  private PlantedRuns runs() {
    return new PlantedRuns(forks);
  }

  private double micros(ForkRequest request) {
    double dial =
        request.jvmArgs().stream()
            .filter(argument -> argument.startsWith(DIAL))
            .mapToDouble(argument -> Double.parseDouble(argument.substring(DIAL.length())))
            .findFirst()
            .orElseThrow();
    return 10 * factors.getOrDefault(sideOfLastRequest(), dial);
  }

  /** The sides take turns, and each round starts with the one before. */
  private PlantedRuns.Side sideOfLastRequest() {
    PlantedRuns.Side[] sides = PlantedRuns.Side.values();
    int before = forks.requests().size() - 1;
    int round = before / (BENCHMARKS * sides.length);
    return sides[Math.floorMod(before - round, sides.length)];
  }
}
