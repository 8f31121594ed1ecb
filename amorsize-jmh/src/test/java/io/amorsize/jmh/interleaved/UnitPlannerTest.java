package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.result.ResultFormatException;
import io.amorsize.warmup.PilotWarmup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitPlannerTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<ForkIterations> asked = new ArrayList<>();

  /** A fork of a benchmark whose iteration i has this score. */
  private UnitPlanner.PilotFork fork(String mode, String unit, IntToDoubleFunction score) {
    return iterations -> {
      asked.add(iterations);
      ObjectNode row = MAPPER.createObjectNode().put("mode", mode).put("threads", 1);
      ObjectNode metric = row.putObject("primaryMetric").put("scoreUnit", unit);
      ArrayNode scores = metric.putArray("rawData").addArray();
      for (int i = 0; i < iterations.measured().orElse(1); i++) {
        scores.add(score.applyAsDouble(i));
      }
      return new JarForkResult(List.of(row), List.of(new double[0]), Duration.ofSeconds(2));
    };
  }

  private UnitPlan plan(UnitPlanner.PilotFork fork, String... jmhArguments) {
    return new UnitPlanner(JmhArguments.parse(List.of(jmhArguments))).plan(fork);
  }

  @Test
  void thePilotFindsTheWarmup() {
    UnitPlan plan = plan(fork("avgt", "us/op", i -> i < 22 ? 200 : 100));
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).warmup()).hasValue(0);
    assertThat(asked.get(1).measured()).hasValue(60);
    // Segments change at iteration 22, windows of 5 from 20 on are at the level; half as much
    // again.
    assertThat(plan.iterations().warmup()).hasValue(33);
    assertThat(plan.iterations().measured()).hasValue(20);
    assertThat(plan.iterations().time()).contains(Duration.ofMillis(100));
    assertThat(plan.pilot().orElseThrow()).isEqualTo(new PilotWarmup(33, OptionalInt.of(22), true));
    assertThat(plan.cost()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theWarmupHasBounds() {
    assertThat(plan(fork("thrpt", "ops/us", i -> 1)).iterations().warmup()).hasValue(10);
    UnitPlan falling = plan(fork("avgt", "us/op", i -> 100.0 / (1 + i)));
    assertThat(falling.iterations().warmup()).hasValue(50);
    assertThat(falling.pilot().orElseThrow().settled()).isFalse();
  }

  @Test
  void slowOperationsGetFewerIterations() {
    UnitPlan plan = plan(fork("avgt", "s/op", i -> 1.0));
    assertThat(asked.get(1).measured()).hasValue(30);
    assertThat(plan.iterations().measured()).hasValue(5);
    UnitPlan throughput = plan(fork("thrpt", "ops/min", i -> 60.0));
    assertThat(throughput.iterations().measured()).hasValue(5);
  }

  @Test
  void whatTheUserSaysIsLeftAlone() {
    UnitPlan fixed = plan(fork("avgt", "us/op", i -> 1), "-wi", "7", "-i", "3");
    assertThat(asked).hasSize(1);
    assertThat(fixed.iterations().warmup()).isEmpty();
    assertThat(fixed.iterations().measured()).isEmpty();
    UnitPlan timed = plan(fork("avgt", "us/op", i -> 1), "-r", "250ms");
    assertThat(timed.iterations().time()).contains(Duration.ofMillis(250));
    UnitPlan warmed = plan(fork("avgt", "us/op", i -> 1), "-w", "1s");
    assertThat(warmed.iterations().time()).isEmpty();
  }

  @Test
  void singleShotsKeepTheirOwnIterations() {
    assertThat(plan(fork("ss", "s/op", i -> 1)).iterations()).isEqualTo(ForkIterations.OWN);
  }

  @Test
  void bothSidesGetTheLongerWarmup() {
    UnitPlan one = new UnitPlan(iterations(10, 20), pilot(10, true), Duration.ofSeconds(1));
    UnitPlan other = new UnitPlan(iterations(30, 8), pilot(30, false), Duration.ofSeconds(2));
    assertThat(one.forBoth(other))
        .isEqualTo(new UnitPlan(iterations(30, 8), pilot(30, false), Duration.ofSeconds(3)));
    UnitPlan own = new UnitPlan(ForkIterations.OWN, Optional.empty(), Duration.ZERO);
    assertThat(own.forBoth(own).iterations()).isEqualTo(ForkIterations.OWN);
  }

  private static Optional<PilotWarmup> pilot(int iterations, boolean settled) {
    return Optional.of(
        new PilotWarmup(
            iterations, settled ? OptionalInt.of(iterations / 2) : OptionalInt.empty(), settled));
  }

  private static ForkIterations iterations(int warmup, int measured) {
    return new ForkIterations(
        OptionalInt.of(warmup), OptionalInt.of(measured), Optional.of(Duration.ofMillis(100)));
  }

  @Test
  void timesAreReadAsJmhReadsThem() {
    assertThat(JmhTime.parse("100ms")).isEqualTo(Duration.ofMillis(100));
    assertThat(JmhTime.parse("2")).isEqualTo(Duration.ofSeconds(2));
    assertThat(JmhTime.parse("3 m")).isEqualTo(Duration.ofMinutes(3));
    assertThatThrownBy(() -> JmhTime.parse("0s")).isInstanceOf(ResultFormatException.class);
    assertThatThrownBy(() -> JmhTime.parse("soon")).hasMessageContaining("'soon' is no time");
  }

  @Test
  void whatAPilotFoundIsRemembered(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deep/memory.json");
    WarmupMemory memory = new WarmupMemory(file);
    UnitPlan found = new UnitPlan(iterations(12, 20), pilot(12, true), Duration.ofSeconds(9));
    memory.keep("one", found);
    memory.keep(
        "unsettled", new UnitPlan(iterations(50, 20), pilot(50, false), Duration.ofSeconds(9)));
    memory.keep("own", new UnitPlan(ForkIterations.OWN, Optional.empty(), Duration.ZERO));
    WarmupMemory later = new WarmupMemory(file);
    assertThat(later.find("one").orElseThrow())
        .isEqualTo(new UnitPlan(iterations(12, 20), pilot(12, true), Duration.ZERO));
    assertThat(later.find("unsettled")).isEmpty();
    assertThat(later.find("own")).isEmpty();
    Files.writeString(file, "{\"schema\": 3");
    assertThat(later.find("one")).isEmpty();
    later.keep("two", found);
    assertThat(later.find("two")).isPresent();
  }
}
