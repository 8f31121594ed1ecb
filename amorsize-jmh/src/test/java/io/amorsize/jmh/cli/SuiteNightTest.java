package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.amorsize.history.Baseline;
import io.amorsize.history.BaselineStore;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of the suite. */
class SuiteNightTest {

  private static final String SERIAL = "io.amorsize.jmh.benchmarks.CpuIntensive.serial";
  private static final String PARALLEL = "io.amorsize.jmh.benchmarks.CpuIntensive.parallel";

  @TempDir Path folder;

  private final RecordedSuites recorded = new RecordedSuites().micros(10_000, 5_000);

  /** Both benchmarks are 30 % slower in the second version. */
  private final ScriptedNights forks =
      new ScriptedNights(
          List.of(SERIAL, PARALLEL), (benchmark, version) -> version > 1 ? 13_000 : 10_000);

  private NightPlace place;

  @BeforeEach
  void open() {
    place =
        new NightPlace(folder)
            .suites(recorded::suite)
            .forks(forks)
            .programJar(ScriptedNights.jar(folder.resolve("program.jar"), 1));
  }

  private CommandFixture night(Object... more) {
    Object[] all =
        Stream.concat(Stream.of("--quick", "--workload", "cpu.*|fast.*"), Stream.of(more))
            .toArray();
    return place.night(all);
  }

  private void anchored() {
    night().exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    place.at(2, Duration.ZERO);
  }

  @Test
  void aSuiteIsMeasuredRecordedAndPromoted() {
    CommandFixture first = night().exits(ExitCode.OK);
    assertThat(first.err()).contains("[2/8] suite: 2 workloads, all passed");
    assertThat(first.out()).containsPattern("cpu_intensive +2 x 5 +1.90x +2.00x .* pass");
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    place.at(2, Duration.ZERO);
    recorded.micros(10_010, 5_005);
    CommandFixture second = night().exits(ExitCode.OK);
    assertThat(second.err())
        .contains("[4/8] compare: 4 rows against main, none suspect")
        .contains("[6/8] trend: 12 series over 2 nights, no new change of level")
        .contains("'rolling' follows");
    Baseline.Entry rolling =
        new BaselineStore(place.baselines()).find("rolling").orElseThrow().entries().get(0);
    assertThat(PerformanceResultJson.read(rolling.results().orElseThrow()))
        .containsOnlyKeys("cpu_intensive", "fast_function");
    assertThat(rolling.jmh()).isPresent();
    assertThat(rolling.jar()).isPresent();
    assertThat(
            CommandFixture.run("compare", "main", "rolling", "--baselines", place.baselines())
                .exits(ExitCode.OK)
                .out())
        .contains("0 worse, 0 better, 2 workloads unchanged");
  }

  @Test
  void aBrokenCriterionNeedsNoBaseline() {
    recorded.micros(10_000, 12_000);
    CommandFixture broken = night().exits(ExitCode.REGRESSION);
    assertThat(broken.err()).contains("[2/8] suite: 2 workloads, 2 failed");
    assertThat(broken.outInOneLine())
        .contains("Criteria that were broken: - cpu_intensive: speedup 0.83x is below 80 %")
        .containsPattern("Failed: \\d criteria broken\\.");
    night("--fail-on", "never").exits(ExitCode.OK);
  }

  @Test
  void whatAHostWithoutCoresDoesNotTellHasNotPassed() {
    recorded.coreShare(0.5).micros(10_000, 12_000);
    assertThat(night().exits(ExitCode.OK).err())
        .contains("[2/8] suite: 2 workloads, none failed, 2 could not be told ...");
  }

  @Test
  void aWorkloadThatFailsFailsTheNight() {
    recorded.broken("Cpu");
    CommandFixture failed = night().exits(ExitCode.RUN_FAILED);
    assertThat(failed.outInOneLine())
        .contains("Could not be measured: - cpu_intensive: ")
        .contains("failed on purpose")
        .contains("Failed: 1 could not be measured.");
  }

  @Test
  void whatTwoSessionsShowIsMeasuredAgainWithBothJars() {
    anchored();
    recorded.micros(13_000, 6_500);
    place.programJar(ScriptedNights.jar(folder.resolve("program.jar"), 2));
    CommandFixture slower = night().exits(ExitCode.REGRESSION);
    assertThat(slower.err()).contains("[5/8] confirm: ");
    assertThat(slower.outInOneLine())
        .containsPattern("CpuIntensive.parallel.* main \\+30\\.\\d % \\+\\d\\d\\.\\d % slower")
        .contains("cpu_intensive: execution time changed by +30.0 %")
        .contains("two sessions do not show why");
  }

  @Test
  void theHostAloneIsNotTheCode() {
    anchored();
    recorded.micros(13_000, 6_500);
    // Another jar of the same speed: the host was slow.
    place.programJar(ScriptedNights.jar(folder.resolve("again.jar"), 0));
    CommandFixture cleared = night().exits(ExitCode.OK);
    assertThat(cleared.outInOneLine())
        .containsPattern("CpuIntensive.parallel.* main \\+30\\.\\d % [+-]\\d\\.\\d % cleared")
        .contains("Passed: nothing got slower.");
    assertThat(cleared.err()).contains("'rolling' follows");
  }

  @Test
  void workloadsThatAreMeasuredAreNotMeasuredAgain() {
    night().exits(ExitCode.OK);
    Path parts = place.last().run().resolve("parts");
    assertThat(parts.resolve("cpu_intensive").resolve(RunFiles.RESULTS)).exists();
    Map<String, PerformanceResult> results = RunFiles.of(place.last().run()).readResults();
    assertThat(results).hasSize(2);
    assertThat(results.get("cpu_intensive").metadata())
        .containsEntry("profile", "quick")
        .containsKey("elapsed_seconds");
  }

  @Test
  void aServiceIsToldIfTheEnvironmentNamesOne() throws IOException {
    List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      place.variable(
          "AMORSIZE_WEBHOOK", "http://localhost:" + server.getAddress().getPort() + "/secret");
      CommandFixture night = night().exits(ExitCode.OK);
      assertThat(night.err()).contains("Webhook: told http://localhost").doesNotContain("secret");
      JsonNode body = new ObjectMapper().readTree(bodies.get(0));
      assertThat(body.path("schema").asText()).isEqualTo("amorsize.night-summary/1");
      assertThat(body.path("exitCode").asInt(-1)).isZero();
      assertThat(body.path("text").asText()).contains("Nothing was compared");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServiceThatCannotBeToldFailsNoNight() {
    place.variable("AMORSIZE_WEBHOOK", "gopher://localhost/x");
    assertThat(night().exits(ExitCode.OK).err())
        .contains("Webhook: AMORSIZE_WEBHOOK is no address of http or https; nobody was told");
  }

  @Test
  void theSelectionIsCheckedBeforeTheNightBegins() {
    place
        .night("--workload", "nothing")
        .refusesWith("--workload nothing matches none of cpu_intensive");
    assertThat(place.nights()).doesNotExist();
    assertThat(night("--dry-run").exits(ExitCode.OK).out()).contains("2 workloads, about");
  }
}
