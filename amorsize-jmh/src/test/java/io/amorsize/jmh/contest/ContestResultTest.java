package io.amorsize.jmh.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.OptimizationJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContestResultTest {

  @TempDir Path folder;

  /** The host was four times as slow when the loop and the plans were raced again. */
  @Test
  void bothRacesCountForWhoWasInBoth() throws Exception {
    Map<String, List<Double>> first = new LinkedHashMap<>();
    first.put("parallelStream", List.of(80.0, 120.0));
    first.put(HandWritten.SERIAL, List.of(100.0, 100.0));
    first.put(ContestFork.PLAN, List.of(60.0, 60.0));
    first.put(ContestFork.WARM_PLAN, List.of(50.0, 50.0));
    first.put(ContestFork.WINNER, List.of(50.0, 50.0));
    Map<String, List<Double>> again = new LinkedHashMap<>();
    again.put(HandWritten.SERIAL, List.of(400.0, 400.0));
    again.put(ContestFork.PLAN, List.of(160.0, 160.0));
    again.put(ContestFork.WARM_PLAN, List.of(200.0, 200.0));
    again.put(ContestFork.WINNER, List.of(200.0, 200.0));

    ContestResult result =
        ContestResult.read(
            json("first.json", first),
            json("again.json", again),
            List.of(0.006, 0.007),
            Optional.empty());

    assertThat(result.serialSeconds()).isCloseTo(200e-9, within(1e-15));
    assertThat(result.winner()).isEqualTo("2 x 7");
    assertThat(result.cold().overSerial().ratio()).isCloseTo(Math.sqrt(0.6 * 0.4), within(1e-9));
    assertThat(result.cold().planningSeconds()).containsExactly(0.005, 0.006, 0.007);
    assertThat(result.warm().overSerial().ratio()).isCloseTo(0.5, within(1e-9));
    assertThat(result.warm().planningSeconds()).containsExactly(0.004, 0.004);
    assertThat(result.overBest().get("parallelStream").ratio())
        .isCloseTo(Math.sqrt(1.6 * 2.4), within(1e-9));
  }

  private JsonPlace json(String name, Map<String, List<Double>> nanos) throws Exception {
    Map<String, Object> plan = OptimizationJson.plan(ExecutionPlan.platform(2, 7));
    plan.put("estimated_speedup", 1.8);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workload", "hashing");
    json.put("items", 400);
    json.put(ContestFork.PLAN, plan);
    json.put(ContestFork.PLANNINGS, List.of(0.005));
    json.put(ContestFork.WARM_PLAN, plan);
    json.put(ContestFork.WARM_PLANNINGS, List.of(0.004, 0.004));
    json.put(ContestFork.WINNER, plan);
    json.put(ContestFork.NANOS, nanos);
    Path file = folder.resolve(name);
    Files.writeString(file, JsonFile.text(json));
    return JsonFile.read(file).object();
  }
}
