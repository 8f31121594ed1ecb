package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.JmhRows;
import io.amorsize.result.Measurements;
import io.amorsize.statistics.WarmupLength;
import io.amorsize.unit.MetricUnit;
import io.amorsize.warmup.PilotWarmup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chooses the iterations of a unit's forks: a short fork tells how long an operation takes, and a
 * pilot fork without warm-up where it settles ({@link PilotWarmup}). Measured iterations last 100
 * ms, since many short ones tell more than few long ones. What the user's arguments say is left
 * alone, and so are benchmarks that run once per iteration.
 */
final class UnitPlanner {

  /** Length of an iteration, unless the user says otherwise or an operation takes longer. */
  static final Duration ITERATION = Duration.ofMillis(100);

  /** Measured iterations of a fork. */
  static final int MEASURED = 20;

  private static final int FEWEST_MEASURED = 5;
  private static final Duration MEASURING = ITERATION.multipliedBy(MEASURED);

  /** Operations are still cold in the first short fork. */
  private static final Duration MEASURING_BY_COLD_OPERATIONS = Duration.ofSeconds(20);

  private static final int FEWEST_WARMUP = 10;
  private static final int MOST_WARMUP = 50;

  private static final Duration PILOT_BY_COLD_OPERATIONS = Duration.ofSeconds(30);
  private static final int PILOT_ITERATIONS = 60;
  private static final ForkIterations PROBE =
      new ForkIterations(OptionalInt.of(1), OptionalInt.of(1), Optional.of(Duration.ofMillis(10)));
  private static final String SINGLE_SHOT = "ss";

  private final JmhArguments arguments;

  UnitPlanner(JmhArguments arguments) {
    this.arguments = arguments;
  }

  /** Runs a fork of the unit with these iterations. */
  interface PilotFork {
    JarForkResult run(ForkIterations iterations);
  }

  UnitPlan plan(PilotFork fork) {
    JarForkResult probe = fork.run(PROBE);
    if (probe.rows().stream().anyMatch(row -> mode(row).equals(SINGLE_SHOT))) {
      return new UnitPlan(ForkIterations.OWN, Optional.empty(), probe.elapsed());
    }
    double cold = iterationSeconds(probe.rows());
    if (arguments.fixesWarmup()) {
      OptionalInt measured = measured(MEASURING_BY_COLD_OPERATIONS, cold);
      ForkIterations own = new ForkIterations(OptionalInt.empty(), measured, time());
      return new UnitPlan(own, Optional.empty(), probe.elapsed());
    }
    int length =
        fitting(PILOT_BY_COLD_OPERATIONS, cold, WarmupLength.FEWEST_ITERATIONS, PILOT_ITERATIONS);
    JarForkResult pilot =
        fork.run(new ForkIterations(OptionalInt.of(0), OptionalInt.of(length), time()));
    PilotWarmup warmup =
        PilotWarmup.of(
            pilot.rows().stream()
                .flatMap(row -> JmhRows.primary(row).forkCosts().stream())
                .toList(),
            bounds(length));
    ForkIterations found =
        new ForkIterations(
            OptionalInt.of(warmup.iterations()),
            measured(MEASURING, iterationSeconds(pilot.rows())),
            time());
    return new UnitPlan(found, Optional.of(warmup), probe.elapsed().plus(pilot.elapsed()));
  }

  /** A slow operation warms up in fewer iterations, and a short pilot sees fewer. */
  private static PilotWarmup.Bounds bounds(int pilotIterations) {
    int most = Math.max(1, MOST_WARMUP * pilotIterations / PILOT_ITERATIONS);
    return new PilotWarmup.Bounds(Math.min(FEWEST_WARMUP, most), most);
  }

  /**
   * The user's time for all iterations, else 100 ms; nothing where the user fixed the warm-up's.
   */
  private Optional<Duration> time() {
    if (arguments.warmupTime().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(arguments.measurementTime().map(JmhTime::parse).orElse(ITERATION));
  }

  private OptionalInt measured(Duration whole, double iterationSeconds) {
    return arguments.measurementIterations().isPresent()
        ? OptionalInt.empty()
        : OptionalInt.of(fitting(whole, iterationSeconds, FEWEST_MEASURED, MEASURED));
  }

  /** Iterations that fit into a time, an iteration lasting 100 ms or an operation at least. */
  private static int fitting(Duration time, double iterationSeconds, int fewest, int most) {
    double fitting = time.toMillis() / 1000.0 / iterationSeconds;
    return (int) Math.max(fewest, Math.min(most, fitting));
  }

  private double iterationSeconds(List<ObjectNode> rows) {
    double longest = time().orElse(ITERATION).toNanos() / 1e9;
    for (ObjectNode row : rows) {
      longest = Math.max(longest, operationSeconds(row));
    }
    return longest;
  }

  /** Time of one operation of one thread, as the row's score tells; 0 where it does not. */
  private static double operationSeconds(JsonNode row) {
    Measurements measured = JmhRows.primary(row);
    double score = measured.forks().isEmpty() ? 0 : measured.forks().get(0).median();
    MetricUnit unit = measured.unit();
    return switch (unit.quantity()) {
      case TIME_PER_OPERATION ->
          score * unit.factorTo(MetricUnit.SECONDS_PER_OPERATION).orElse(0.0);
      case OPERATIONS_PER_TIME ->
          score > 0 ? row.path("threads").asInt(1) / (score * unit.inBase()) : 0;
      default -> 0;
    };
  }

  private static String mode(JsonNode row) {
    return row.path("mode").asText();
  }
}
